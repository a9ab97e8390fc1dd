// Page /recherche/: asks Pagefind's index and writes the results with DOM methods only.

const SHOWN = 10;
const root = new URL("..", import.meta.url);
const form = document.querySelector("#kit-query");
const input = form.elements.q;
const status = document.querySelector("#kit-status");
const list = document.querySelector("#kit-results");
const more = document.querySelector("#kit-more");
const nothing = document.querySelector("#kit-nothing");

let engine = null;
let found = [];
let turn = 0;

function pagefind() {
  engine ??= import(new URL("pagefind/pagefind.js", root))
    .then(async (module) => {
      await module.options({ baseUrl: root.pathname });
      return module;
    })
    .catch((error) => {
      engine = null;
      throw error;
    });
  return engine;
}

// Pagefind knows accents and plurals, but neither elisions nor ligatures: « l'œuvre » is asked
// as « œuvre » and as « oeuvre », « coeur » also as « cœur »; the writing that finds most wins.
function writings(text) {
  const plain = text
    .replace(/’/g, "'")
    .replace(/(^|[\s(«"-])(?:qu|jusqu|lorsqu|puisqu|[cdjlmnst])'(?=\p{L})/giu, "$1")
    .trim();
  const apart = plain.replace(/œ/gi, "oe").replace(/æ/gi, "ae");
  const bound = plain.replace(/oe/gi, "œ").replace(/ae/gi, "æ");
  return [...new Set([plain, apart, bound])];
}

function element(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

// The excerpt is text with <mark>: parsed in a document of its own, where nothing runs or loads,
// then written anew from its texts alone.
function excerpt(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return [...body.childNodes].map((node) =>
    node.nodeName === "MARK" ? element("mark", "", node.textContent) : node.textContent,
  );
}

function item({ url, meta, excerpt: html }) {
  const link = element("a", "", meta.title ?? url);
  link.href = url;
  const parts = [element("h2", "", link), element("p", "kit-kind", meta.kind ?? "")];
  if (meta.summary) parts.push(element("p", "", meta.summary));
  parts.push(element("p", "kit-soft", ...excerpt(html)));
  return element("li", "kit-card", ...parts);
}

async function showMore() {
  const mine = turn;
  const start = list.children.length;
  const pages = await Promise.all(found.slice(start, start + SHOWN).map((result) => result.data()));
  if (mine !== turn) return null;
  list.append(...pages.map(item));
  more.hidden = list.children.length >= found.length;
  return list.children[start];
}

function clear() {
  found = [];
  list.replaceChildren();
  more.hidden = true;
  nothing.hidden = true;
}

// A newer search makes an older one give up: `turn` says which is which.
async function search(text) {
  const mine = ++turn;
  if (!text.trim()) {
    clear();
    status.textContent = "";
    return;
  }
  try {
    const module = await pagefind();
    const answers = await Promise.all(writings(text).map((query) => module.search(query)));
    if (mine !== turn) return;
    clear();
    found = answers.map((answer) => answer.results).reduce((a, b) => (b.length > a.length ? b : a));
    nothing.hidden = found.length > 0;
    status.textContent = found.length === 0
      ? `Aucune fiche trouvée pour «\u00a0${text}\u00a0».`
      : `${found.length} ${found.length > 1 ? "fiches trouvées" : "fiche trouvée"} pour «\u00a0${text}\u00a0».`;
    await showMore();
  } catch {
    if (mine !== turn) return;
    clear();
    status.textContent = "La recherche ne répond pas. Passez par les listes de cette page.";
  }
}

const address = (text) => (text.trim() ? `?${new URLSearchParams({ q: text })}` : location.pathname);

function fromAddress() {
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  search(input.value);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.pushState(null, "", address(input.value));
  search(input.value);
});
let pause = 0;
input.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    history.replaceState(null, "", address(input.value));
    search(input.value);
  }, 300);
});
more.addEventListener("click", async () => (await showMore())?.querySelector("a").focus());
addEventListener("popstate", fromAddress);

form.hidden = false;
fromAddress();
