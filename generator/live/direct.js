// Under `odl serve` only: reloads the page when its site has been built again, and shows the faults that
// stopped a build while the former site stays up. The published site never carries this file.

const ADDRESS = "/_odl/";
const SEEN = "odl-fautes";
const { pages, search } = document.currentScript.dataset;
let source;
let told = { faults: [] };

function make(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

const status = make("p", "odl-panel__status");
status.setAttribute("role", "status");
const busy = make("p", "odl-panel__busy", "Construction en cours…");
const list = make("ol", "odl-panel__faults");
const close = make("button", "odl-panel__close", "Fermer");
close.type = "button";
const panel = make("aside", "odl-panel", status, close, list, busy);
panel.setAttribute("aria-label", "Construction du site");

// Storage throws where the reader forbids it: the panel then comes back with each page.
function remember(value) {
  try {
    sessionStorage.setItem(SEEN, value);
  } catch {}
}
function isRemembered(value) {
  try {
    return sessionStorage.getItem(SEEN) === value;
  } catch {
    return false;
  }
}

function item(fault) {
  const first = make("p", "odl-panel__fault", make("strong", "", fault.place || "odl"), ` ${fault.message}`);
  const made = make("li", "", first);
  if (fault.lines) made.append(make("pre", "", fault.lines));
  const last = make("p", "odl-panel__hint", fault.hint);
  if (fault.rule) {
    const link = make("a", "", `Comprendre la règle ${fault.code}`);
    link.href = fault.rule;
    last.append(fault.hint ? " " : "", link);
  }
  if (last.childNodes.length) made.append(last);
  return made;
}

// The live region is always in the page, and only its words change: that is what screen readers announce.
function setFaults({ faults, summary }) {
  const key = JSON.stringify(faults);
  const shows = faults.length > 0 && !isRemembered(key);
  if (panel.dataset.key === key && panel.classList.contains("odl-panel--open") === shows) return;
  panel.dataset.key = key;
  panel.classList.toggle("odl-panel--open", shows);
  document.documentElement.classList.toggle("odl-faulty", shows);
  status.textContent = shows ? summary : "";
  list.replaceChildren(...(shows ? faults.map(item) : []));
  close.hidden = list.hidden = !shows;
  if (!faults.length) remember("");
}

function dismiss() {
  if (!panel.classList.contains("odl-panel--open")) return;
  remember(panel.dataset.key);
  setFaults(told);
}

// What the search already loaded is of the former index; other pages will load the new one when they need it.
const hasSearched = () => performance.getEntriesByType("resource").some(({ name }) => name.includes("/pagefind/"));

function show(state) {
  told = state;
  if (state.pages !== pages || (state.search !== search && hasSearched())) {
    source.close();
    location.reload();
    return;
  }
  busy.hidden = !state.busy;
  setFaults(state);
}

// A hidden tab holds no connection: browsers open six to a server, and pages would wait for theirs.
function listen() {
  source?.close();
  if (document.hidden) return;
  source = new EventSource(`${ADDRESS}etat`);
  source.addEventListener("message", (event) => show(JSON.parse(event.data)));
  source.addEventListener("error", ({ target }) => {
    if (target.readyState === EventSource.CLOSED && target === source) setTimeout(listen, 2000);
  });
}

busy.hidden = close.hidden = list.hidden = true;
document.body.append(panel);
close.addEventListener("click", dismiss);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented) dismiss();
});
document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => source?.close());
addEventListener("pageshow", listen);
