// The header's search box, loaded by kit.js when it is first used: a panel of the best results under it, plain
// links that arrow keys also walk. Escape, a click elsewhere or leaving it closes it; Enter asks /recherche/.

import { answers, element, marked } from "./extraits.js";
import { find, root, wake } from "./texte.js";

const SHOWN = 7;
const SHORTEST = 2; // letters under which nothing is asked

const input = document.querySelector("#kit-search");
const form = input.form;
const status = element("p", "kit-hidden");
status.setAttribute("role", "status");
const panel = element("div", "kit-answers");
panel.hidden = true;
input.setAttribute("autocomplete", "off");

const style = element("link");
style.rel = "stylesheet";
style.href = new URL("assets/recherche.css", root);
const styled = new Promise((done) => {
  style.onload = style.onerror = done;
});
document.head.append(style);
form.append(status, panel);

let turn = 0;

const links = () => [...panel.querySelectorAll("a")];
const asking = (text) => `${root.pathname}recherche/?${new URLSearchParams({ q: text })}`;

function anchor(href, ...children) {
  const node = element("a", "", ...children);
  node.href = href;
  return node;
}

function close() {
  turn++;
  panel.hidden = true;
  status.textContent = "";
}

// One list a kind, in the order of the best result of each.
function lists(shown, text) {
  const byGroup = new Map();
  for (const { address, data } of shown) {
    const name = data.meta.groupe ?? "Pages du site";
    const link = anchor(new URL(address, root), ...marked(data.meta.title, answers(data, text)));
    byGroup.set(name, [...(byGroup.get(name) ?? []), element("li", "", link)]);
  }
  return [...byGroup].flatMap(([name, items], i) => {
    const heading = element("p", "kit-answers__group", name);
    heading.id = `kit-answers-${i}`;
    const list = element("ul", "", ...items);
    list.setAttribute("aria-labelledby", heading.id);
    return [heading, list];
  });
}

async function proposal(text) {
  const { suggest } = await import("./suggestions.js");
  for (const other of await suggest(text)) {
    if ((await find(other)).length) {
      const link = anchor(asking(other), other);
      return [element("p", "", "Vouliez-vous dire «\u00a0", link, "\u00a0»\u202f?")];
    }
  }
  return [element("p", "", "Aucun résultat. ", anchor(asking(text), "Que faire\u202f?"))];
}

async function content(text, found) {
  if (!found.length) return proposal(text);
  const best = found.slice(0, SHOWN);
  const shown = await Promise.all(
    best.map(async ({ address, result }) => ({ address, data: await result.data() })),
  );
  const all = found.length > 1 ? `Voir les ${found.length} résultats` : "Voir le résultat";
  return [...lists(shown, text), element("p", "kit-answers__all", anchor(asking(text), all))];
}

// A newer search makes an older one give up: `turn` says which is which.
async function search() {
  const mine = ++turn;
  const text = input.value.trim();
  if (text.length < SHORTEST) return close();
  try {
    const found = await find(text);
    const [nodes] = await Promise.all([content(text, found), styled]);
    if (mine !== turn) return;
    panel.replaceChildren(...nodes);
    panel.hidden = false;
    const count = found.length > 1 ? `${found.length} résultats` : found.length ? "1 résultat" : "Aucun résultat";
    status.textContent = `${count}. Flèche bas pour parcourir la liste, Échap pour la fermer.`;
  } catch {
    if (mine === turn) close(); // Enter still leads to the page of the search, which says what to do
  }
}

// Down and up walk from the field through the links and back; down opens the panel again after Escape.
function walk(event) {
  const stops = [input, ...links()];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  if (panel.hidden) {
    if (step > 0) search();
    return;
  }
  event.preventDefault();
  const next = stops.indexOf(document.activeElement) + step;
  stops[(next + stops.length) % stops.length].focus();
}

let pause = 0;
input.addEventListener("input", () => {
  wake().catch(() => {}); // at the first letter, so that the index is there when the word is
  clearTimeout(pause);
  pause = setTimeout(search, 150);
});
form.addEventListener("keydown", (event) => {
  walk(event);
  if (event.key === "Escape" && !panel.hidden) {
    event.preventDefault(); // a search field would also lose its text
    event.stopPropagation(); // and the menu would close too
    close();
    input.focus();
  }
});
form.addEventListener("submit", () => clearTimeout(pause));
form.addEventListener("focusout", (event) => {
  if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
});
document.addEventListener("pointerdown", (event) => {
  if (!form.contains(event.target)) close();
});
if (input.value) search();
