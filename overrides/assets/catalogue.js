// Filters of the catalogue: OR inside a facet, AND across facets, state in the address.
// The labels and the facets are those of the form; the entries come from donnees/catalogue.json.

const SHOWN = 24;
const root = new URL("..", import.meta.url);
const form = document.querySelector("#kit-filters");
const list = document.querySelector("#kit-cards");
const total = document.querySelector("#kit-total");
const more = document.querySelector("#kit-more");
const unknown = document.querySelector("#kit-unknown");
const pagination = document.querySelector(".kit-pages");

const facets = [...form.querySelectorAll("fieldset")].map((fieldset) => ({
  name: fieldset.name,
  key: fieldset.dataset.key,
  boxes: [...fieldset.querySelectorAll("input")],
  details: fieldset.closest("details"),
}));
const initial = { cards: [...list.children], total: total.textContent };
let entries = null;
let found = [];

const chosen = (facet) => facet.boxes.filter((box) => box.checked).map((box) => box.value);
const values = (entry, facet) => [entry[facet.key] ?? []].flat();

function element(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

function link(text, href) {
  const node = element("a", "", text);
  node.href = href;
  return node;
}

// The same card as the macro `card` of kit/_macros.html.
function card(entry) {
  const terms = [];
  let kind = "";
  for (const facet of facets) {
    for (const box of facet.boxes.filter((box) => values(entry, facet).includes(box.value))) {
      if (facet.key === "kind") kind = box.dataset.label;
      else if (box.dataset.href) terms.push(element("li", "", link(box.dataset.label, box.dataset.href)));
    }
  }
  return element(
    "li",
    "kit-card",
    element("h3", "", link(entry.title, new URL(entry.url, root))),
    element("p", "kit-kind", kind, ...(entry.notice ? [" · ", element("strong", "", entry.notice)] : [])),
    element("p", "", entry.summary ?? ""),
    ...(terms.length ? [element("ul", "kit-plain kit-inline kit-terms", ...terms)] : []),
  );
}

// The data are fetched once, at the first touch; a failure may be tried again.
function load() {
  entries ??= fetch(form.dataset.source)
    .then((response) => (response.ok ? response.json() : Promise.reject(new Error(response.status))))
    .then((catalogue) => catalogue.entries)
    .catch((error) => {
      entries = null;
      throw error;
    });
  return entries;
}

function matches(entry, selection, except) {
  return selection.every(
    ({ facet, ids }) => facet === except || values(entry, facet).some((value) => ids.has(value)),
  );
}

// Beside each term: how many entries it would give with the choices made in the other facets.
function count(all, selection) {
  for (const facet of facets) {
    const tally = new Map();
    for (const entry of all) {
      if (!matches(entry, selection, facet)) continue;
      for (const value of values(entry, facet)) tally.set(value, (tally.get(value) ?? 0) + 1);
    }
    for (const box of facet.boxes) {
      const number = tally.get(box.value) ?? 0;
      box.parentElement.querySelector("span").textContent = number;
      box.parentElement.classList.toggle("kit-none", number === 0);
    }
  }
}

function showMore() {
  const start = list.children.length;
  list.append(...found.slice(start, start + SHOWN).map(card));
  more.hidden = list.children.length >= found.length;
  return list.children[start];
}

async function render() {
  let all;
  try {
    all = await load();
  } catch {
    total.textContent = "Les filtres ne répondent pas. Passez par les listes en bas de la page.";
    return;
  }
  const selection = facets
    .map((facet) => ({ facet, ids: new Set(chosen(facet)) }))
    .filter(({ ids }) => ids.size > 0);
  count(all, selection);
  const filtered = selection.length > 0;
  if (pagination) pagination.hidden = filtered;
  if (!filtered) {
    found = [];
    list.replaceChildren(...initial.cards);
    more.hidden = true;
    total.textContent = initial.total;
    return;
  }
  found = all.filter((entry) => matches(entry, selection));
  list.replaceChildren();
  showMore();
  total.textContent = found.length === 0
    ? "Aucune fiche ne réunit ces filtres."
    : `${found.length} ${found.length > 1 ? "fiches" : "fiche"}`;
}

function writeAddress() {
  const query = new URLSearchParams();
  for (const facet of facets) for (const id of chosen(facet)) query.append(facet.name, id);
  const search = query.toString();
  history.pushState(null, "", search ? `?${search}` : location.pathname);
}

// Gives true when the address holds a choice. A value that no box has is said, then ignored.
function readAddress() {
  const query = new URLSearchParams(location.search);
  const ignored = [];
  for (const facet of facets) {
    const asked = query.getAll(facet.name);
    for (const box of facet.boxes) box.checked = asked.includes(box.value);
    if (chosen(facet).length) facet.details.open = true;
    ignored.push(...asked.filter((id) => !facet.boxes.some((box) => box.value === id)));
  }
  unknown.hidden = ignored.length === 0;
  unknown.textContent = `Filtre inconnu, laissé de côté\u00a0: ${ignored.map((id) => `«\u00a0${id}\u00a0»`).join(", ")}.`;
  return facets.some((facet) => chosen(facet).length);
}

form.addEventListener("change", () => {
  unknown.hidden = true;
  writeAddress();
  render();
});
form.addEventListener("reset", (event) => {
  event.preventDefault();
  for (const facet of facets) for (const box of facet.boxes) box.checked = false;
  form.dispatchEvent(new Event("change"));
});
form.addEventListener("submit", (event) => event.preventDefault());
for (const touch of ["focusin", "pointerover"]) {
  form.addEventListener(touch, () => load().catch(() => {}), { once: true });
}
more.addEventListener("click", () => showMore().querySelector("a").focus());
addEventListener("popstate", () => {
  readAddress();
  render();
});

form.hidden = false;
if (readAddress()) render();
