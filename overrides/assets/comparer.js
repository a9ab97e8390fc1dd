// Two entries of one kind side by side, from their own pages. The address says which: ?fiche=a/b&fiche=a/c.
// An address is followed only if the catalogue of this site holds it; of a page, only text, links and plain
// elements are copied, one by one.

const SIDES = 2;
const KEPT = new Set(
  "A BLOCKQUOTE BR CAPTION CODE DD DEL DIV DL DT EM HR LI OL P PRE SMALL SPAN STRONG TABLE TBODY TD TH THEAD TIME TR UL".split(" "),
);
const LEFT = new Set(["BUTTON", "FORM", "SCRIPT", "STYLE", "TEMPLATE", "svg"]);
const COPIED = ["class", "colspan", "datetime", "scope", "start"];

const root = new URL("..", import.meta.url);
const form = document.querySelector("#kit-choice");
const [one, other] = form.querySelectorAll("select");
const said = document.querySelector("#kit-said");

function element(tag, ...children) {
  const node = document.createElement(tag);
  node.append(...children);
  return node;
}

// A heading would break the outline of this page; an element that is not known gives its content.
function copy(node, base) {
  if (node.nodeType === Node.TEXT_NODE) return [node.data];
  if (node.nodeType !== Node.ELEMENT_NODE || LEFT.has(node.tagName)) return [];
  const children = [...node.childNodes].flatMap((child) => copy(child, base));
  if (/^H[1-6]$/.test(node.tagName)) return [element("p", element("strong", ...children))];
  if (!KEPT.has(node.tagName)) return children;
  const made = element(node.tagName, ...children);
  for (const name of COPIED) if (node.hasAttribute(name)) made.setAttribute(name, node.getAttribute(name));
  if (node.tagName === "A") follow(made, node.getAttribute("href"), base);
  return [made];
}

function follow(link, href, base) {
  const url = URL.canParse(href, base) ? new URL(href, base) : null;
  if (url && ["http:", "https:", "mailto:"].includes(url.protocol)) link.href = url;
}

// Gives the facts of a page, then its parts: nodes by label.
function read(page, base) {
  const rows = new Map();
  for (const row of page.querySelectorAll(".kit-panel > div, .kit-facts > div")) {
    if (row.parentElement.parentElement.closest("dl, .kit-about")) continue;
    const [label, value] = row.children;
    rows.set(label.textContent.trim(), [...value.childNodes].flatMap((node) => copy(node, base)));
  }
  for (const part of page.querySelectorAll(".kit-part")) {
    const [title, ...rest] = part.children;
    rows.set(title.textContent.trim(), rest.flatMap((node) => copy(node, base)));
  }
  return rows;
}

async function open(entry) {
  const address = new URL(entry.url, root);
  const response = await fetch(address, { redirect: "error" });
  if (!response.ok) throw new Error(response.status);
  return read(new DOMParser().parseFromString(await response.text(), "text/html"), address);
}

// Roles are written: where the screen is narrow, the style makes blocks of the rows.
function cell(tag, role, ...children) {
  const made = element(tag, ...children);
  made.setAttribute("role", role);
  return made;
}

function header(scope, ...children) {
  const made = cell("th", `${scope}header`.replace("col", "column"), ...children);
  made.scope = scope;
  return made;
}

function link(entry) {
  const made = element("a", entry.title);
  made.href = new URL(entry.url, root);
  return made;
}

function table(entries, sides) {
  const labels = new Set(sides.flatMap((rows) => [...rows.keys()]));
  const lines = [...labels].map((label) => {
    const cells = sides.map((rows, side) => {
      const missing = element("span", "non renseigné");
      missing.className = "kit-soft";
      const made = cell("td", "cell", ...(rows.get(label) ?? [missing]));
      made.dataset.title = entries[side].title;
      return made;
    });
    return cell("tr", "row", header("row", label), ...cells);
  });
  const head = cell("tr", "row", header("col", "Rubrique"), ...entries.map((entry) => header("col", link(entry))));
  const caption = element("caption", `${entries.map(({ title }) => title).join(" et ")}, rubrique par rubrique`);
  caption.className = "kit-hidden";
  const made = cell("table", "table", caption, element("thead", head), element("tbody", ...lines));
  made.className = "kit-compared";
  return made;
}

function choices(select, entries, chosen) {
  for (const entry of entries) {
    const option = new Option(entry.title, entry.url.slice(0, -1));
    option.selected = entry === chosen;
    select.append(option);
  }
}

// The second choice is of the kind of the first.
function fill(entries, [first, second]) {
  const sorted = entries.toSorted((a, b) => a.title.localeCompare(b.title, "fr"));
  for (const group of one.querySelectorAll("optgroup")) {
    choices(group, sorted.filter(({ kind }) => kind === group.dataset.kind), first);
  }
  const follow = (chosen) => {
    const entry = entries.find(({ url }) => url === `${one.value}/`);
    other.length = 1;
    choices(other, sorted.filter((found) => found.kind === entry?.kind && found !== entry), chosen);
  };
  one.addEventListener("change", () => follow());
  follow(second);
  form.hidden = false;
}

function objection(asked, found) {
  if (asked.length === 0) return "Choisissez deux fiches.";
  if (found.length < asked.length) return "L’adresse nomme une fiche que ce site n’a pas. Choisissez deux fiches.";
  if (found.length < SIDES) return "Choisissez une fiche à mettre à côté.";
  if (found.length > SIDES) return "L’adresse nomme plus de deux fiches. Choisissez-en deux.";
  if (found[0] === found[1]) return "C’est deux fois la même fiche. Choisissez-en une autre.";
  return found[0].kind === found[1].kind ? "" : "Ces deux fiches ne sont pas du même genre. Choisissez-en une autre.";
}

async function start() {
  const { entries } = await (await fetch(form.dataset.source)).json();
  const asked = new URLSearchParams(location.search).getAll("fiche");
  const found = asked.map((name) => entries.find(({ url }) => url === `${name}/`)).filter(Boolean);
  fill(entries, found);
  said.textContent = objection(asked, found);
  if (said.textContent) return;
  const sides = await Promise.all(found.map(open));
  document.querySelector("#kit-compared").append(table(found, sides));
  document.title = `${found.map(({ title }) => title).join(" et ")} - ${document.title}`;
}

start().catch(() => {
  said.textContent = "La comparaison n’a pas pu être faite. Rechargez la page, ou ouvrez les deux fiches.";
});
