// Page /recherche/?q=: results by kind, the text asked in the address. See texte.js for the search itself.

import { answers, element, excerpt, marked } from "./extraits.js";
import { find, root } from "./texte.js";

const BEST = 5; // results of the best group at first
const FIRST = 3; // and of the others: a phone shows them soon, a slow line loads little
const NEXT = 20; // on demand, or at first when there is one group
const FEW = 3; // results under which another writing is proposed

const form = document.querySelector("#kit-query");
const input = form.elements.q;
const status = document.querySelector("#kit-status");
const meant = document.querySelector("#kit-meant");
const tabs = document.querySelector("#kit-groups");
const nothing = document.querySelector("#kit-nothing");
const browse = document.querySelector("#kit-browse");
const title = document.title;

const groups = [...document.querySelectorAll(".kit-group")].map((section) => ({
  section,
  address: section.dataset.address,
  name: section.querySelector("h2").firstChild.data.replace(" (", ""),
  total: section.querySelector("h2 span"),
  list: section.querySelector("ul"),
  more: section.querySelector("button"),
  found: [],
}));

let turn = 0;
let asked = "";

const quoted = (text) => `«\u00a0${text}\u00a0»`;
const address = (text) => `${root.pathname}recherche/${text.trim() ? `?${new URLSearchParams({ q: text })}` : ""}`;

function item({ address: place, data }) {
  const found = answers(data, asked);
  const link = element("a", "", ...marked(data.meta.title ?? place, found));
  link.href = new URL(place, root);
  const parts = [element("h3", "", link)];
  if (data.meta.summary) parts.push(element("p", "", ...marked(data.meta.summary, found)));
  const text = excerpt(data);
  if (text) parts.push(element("p", "kit-soft", ...marked(text, found)));
  return element("li", "kit-result", ...parts);
}

// Gives the first of the results added; null when a newer search came meanwhile.
async function showMore(group, number) {
  const mine = turn;
  const start = group.list.children.length;
  const shown = group.found.slice(start, start + number);
  const loaded = await Promise.all(
    shown.map(async ({ address: place, result }) => ({ address: place, data: await result.data() })),
  );
  if (mine !== turn) return null;
  group.list.append(...loaded.map(item));
  group.more.hidden = group.list.children.length >= group.found.length;
  return group.list.children[start];
}

function clear() {
  for (const group of groups) {
    group.found = [];
    group.list.replaceChildren();
    group.section.hidden = true;
  }
  for (const part of [meant, tabs, nothing]) part.hidden = true;
  browse.hidden = false;
  status.textContent = "";
}

// Puts each result in the group of its address, and the groups in the order of their best result.
function sort(found) {
  for (const one of found) groups.find((group) => one.address.startsWith(group.address)).found.push(one);
  const rank = (group) => found.indexOf(group.found[0]);
  const held = groups.filter((group) => group.found.length).sort((a, b) => rank(a) - rank(b));
  for (const { section, total, found: own } of held) {
    total.textContent = own.length;
    section.hidden = false;
    section.parentElement.append(section);
  }
  return held;
}

function showTabs(held) {
  const items = held.map(({ section, name, found }) => {
    const link = element("a", "", name);
    link.href = `#${section.id}`;
    return element("li", "", link, ` (${found.length})`);
  });
  tabs.firstElementChild.replaceChildren(...items);
  tabs.hidden = held.length < 2;
}

async function propose(text, found) {
  const mine = turn;
  const { suggest } = await import("./suggestions.js");
  for (const other of await suggest(text)) {
    const better = (await find(other)).length > found;
    if (mine !== turn) return;
    if (!better) continue;
    const link = meant.querySelector("a");
    link.textContent = other;
    link.href = address(other);
    meant.hidden = false;
    return;
  }
}

async function show(text, found) {
  clear();
  const count = found.length ? `${found.length} ${found.length > 1 ? "résultats" : "résultat"}` : "Aucun résultat";
  status.textContent = `${count} pour ${quoted(text)}.`;
  nothing.hidden = found.length > 0;
  browse.hidden = found.length > 0;
  const held = sort(found);
  showTabs(held);
  const best = held.length > 1 ? BEST : NEXT;
  await Promise.all(held.map((group, rank) => showMore(group, rank ? FIRST : best)));
  if (found.length < FEW) await propose(text, found.length).catch(() => {});
}

// A newer search makes an older one give up: `turn` says which is which.
async function search(text) {
  const mine = ++turn;
  asked = text;
  document.title = text ? `${text} — ${title}` : title;
  if (!text) return clear();
  try {
    const found = await find(text);
    if (mine === turn) await show(text, found);
  } catch (error) {
    console.error(error);
    if (mine !== turn) return;
    clear();
    status.textContent = "La recherche ne répond pas. Passez par les listes de cette page, ou réessayez.";
  }
}

const inAddress = () => new URLSearchParams(location.search).get("q") ?? "";

function fromAddress() {
  input.value = inAddress();
  search(input.value.trim());
}

function go(text, replaces) {
  history[replaces ? "replaceState" : "pushState"](null, "", address(text));
  search(text.trim());
}

let pause = 0;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  go(input.value, false);
});
input.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(go, 300, input.value, true);
});
for (const group of groups) {
  group.more.addEventListener("click", async () => {
    (await showMore(group, NEXT))?.querySelector("a").focus();
  });
}
addEventListener("popstate", () => {
  if (inAddress().trim() !== asked) fromAddress(); // a link to a group changes the hash alone
});

// A shortcut of one character can be turned off (WCAG 2.1.4): until the tab is closed, since only the choice of
// colours is kept. kit.js reads it.
const shortcut = document.querySelector("#kit-shortcut");
const off = shortcut.querySelector("button");
try {
  off.setAttribute("aria-pressed", sessionStorage.getItem("odl-raccourci") === "non");
  off.addEventListener("click", () => {
    const turned = off.getAttribute("aria-pressed") !== "true";
    sessionStorage.setItem("odl-raccourci", turned ? "non" : "oui");
    off.setAttribute("aria-pressed", turned);
  });
  shortcut.hidden = false;
} catch {
  // Storage is forbidden: nothing could be remembered, nothing is offered.
}

form.hidden = false;
fromAddress();
