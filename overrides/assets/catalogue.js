// The catalogue: text and filters together. filtres.js and its columns come at the first touch, texte.js and
// the index of words when someone types.

import { button, card, chip } from "./cartes.js";
import {
  chosenIn, clearAll, facets, form, input, keepOrder, order, query, readAddress, setOrder, sort, text, usualOrder,
} from "./choix.js";

const SHOWN = 24;
const QUIET = 700; // ms without a change before a count is announced
const TYPING = 300; // ms without a key before a text is looked for
const root = new URL("..", import.meta.url);
const $ = (name) => document.querySelector(`#kit-${name}`);
const [list, total, said, unknown, chosenList, more, none] =
  ["cards", "total", "said", "unknown", "chosen", "more", "none"].map($);
const [fold, show, meant, copy, clear] = ["fold", "show", "meant", "copy", "clear"].map($);
const pagination = document.querySelector(".kit-pages");
const folder = new URL(form.dataset.summaries, document.baseURI);
const initial = { cards: [...list.children], total: total.textContent };
let turn = 0;
let shown = null; // what the list shows, or null for the page as it came
let loading = null;

const fiches = (n) => (n === 0 ? "Aucune fiche" : `${n.toLocaleString("fr")} ${n > 1 ? "fiches" : "fiche"}`);

// Screen readers hear the last count only, once the reader stops changing.
let quiet = 0;
function say(...words) {
  clearTimeout(quiet);
  quiet = setTimeout(() => (said.textContent = words.filter(Boolean).join(" ")), QUIET);
}

function warn(words) {
  unknown.hidden = !words;
  unknown.textContent = words;
}

// The columns and what reads them, once; a failure may be tried again.
function load() {
  loading ??= import("./filtres.js")
    .then(async (model) => [model, await model.load(form.dataset.source)])
    .catch((error) => {
      loading = null;
      throw error;
    });
  return loading;
}

function cardOf(entry) {
  const { model, columns } = shown;
  const [kind, ...others] = facets.map(({ name, terms }) => {
    const held = model.termsOf(columns, name, entry);
    return terms.filter((term) => held.includes(term.id));
  });
  return card({
    title: columns.titles[entry],
    href: new URL(model.addressOf(columns, entry), root),
    kind: kind[0]?.label ?? "",
    notice: model.noticeOf(columns, entry),
    terms: others.flat().filter((term) => term.href),
    summary: model.summaryOf(columns, entry, folder),
  });
}

function showMore() {
  const start = list.children.length;
  list.append(...shown.found.slice(start, start + SHOWN).map(cardOf));
  more.hidden = list.children.length >= shown.found.length;
  return list.children[start];
}

// The entries that answer the text, by rank; null without a text, or when the words do not answer.
async function answers(model, columns) {
  if (!text()) return null;
  try {
    const { find } = await import("./texte.js");
    return model.ranksOf(columns, (await find(text())).map(({ address }) => address));
  } catch {
    warn("La recherche par mots ne répond pas. Les filtres restent utilisables.");
    return null;
  }
}

// « Vouliez-vous dire » is for a text that nothing answers, whatever the filters.
async function suggest(mine) {
  const [words] = await import("./suggestions.js").then(({ suggest }) => suggest(text())).catch(() => []);
  if (mine !== turn || !words) return;
  const other = button("kit-button", words);
  other.addEventListener("click", () => {
    input.value = words;
    changed();
    input.focus();
  });
  meant.replaceChildren("Vouliez-vous dire «\u202f", other, "\u202f»\u202f?");
  meant.hidden = false;
}

// A newer change makes an older one give up: `turn` says which is which.
async function render() {
  const mine = ++turn;
  const chosen = new Map(facets.map((facet) => [facet.name, new Set(chosenIn(facet).map((term) => term.id))]));
  const asked = Boolean(query());
  showChoices();
  meant.hidden = true;
  if (!asked && !loading) return showFound(null, 0);
  try {
    const [model, columns] = await load();
    const within = await answers(model, columns);
    if (mine !== turn) return;
    const { found, counts } = model.select(columns, chosen, within);
    showCounts(counts);
    const by = within || order() !== "pertinence" ? order() : "titre";
    showFound(asked ? { model, columns, found: model.sorted(found, by, columns, within) } : null, found.length);
    if (within?.size === 0) suggest(mine);
  } catch {
    if (mine === turn) total.textContent = "Les filtres ne répondent pas. Passez par les listes en bas de la page.";
  }
}

function showFound(what, count) {
  shown = what;
  if (pagination) pagination.hidden = Boolean(shown);
  list.replaceChildren(...(shown ? [] : initial.cards));
  more.hidden = true;
  if (shown) showMore();
  none.hidden = !shown || count > 0;
  total.textContent = shown ? fiches(count) : initial.total;
  const seen = total.textContent.toLowerCase();
  show.textContent = shown && count < 2 ? "Voir le résultat" : `Voir les ${seen}`;
  say(unknown.textContent, total.textContent);
}

function showCounts(counts) {
  for (const { name, terms } of facets) {
    for (const { id, box, count } of terms) {
      const number = counts.get(name)?.get(id) ?? 0;
      count.textContent = number;
      box.parentElement.classList.toggle("kit-none", number === 0);
    }
  }
}

// Takes a choice away; the focus goes to the next one.
function removable(title, words, remove) {
  const node = chip(title, words);
  const item = document.createElement("li");
  item.append(node);
  node.addEventListener("click", () => {
    const rank = [...chosenList.children].indexOf(item);
    remove();
    changed();
    const left = chosenList.children;
    (left[Math.min(rank, left.length - 1)]?.firstChild ?? total).focus();
  });
  return item;
}

function showChoices() {
  const picked = facets.flatMap((facet) => chosenIn(facet).map((term) => [facet, term]));
  const chips = picked.map(([facet, term]) => removable(facet.title, term.label, () => (term.box.checked = false)));
  if (text()) chips.unshift(removable("Mots", text(), () => (input.value = "")));
  chosenList.replaceChildren(...chips);
  chosenList.hidden = clear.hidden = chips.length === 0;
  fold.textContent = picked.length ? `Filtrer (${picked.length})` : "Filtrer";
  for (const facet of facets) {
    const number = chosenIn(facet).length;
    facet.badge.hidden = number === 0;
    facet.badge.textContent = `${number} choisi${number > 1 ? "s" : ""}`;
  }
  keepOrder();
}

// The address follows every change; a text being typed is one step of history, not one a letter.
function changed(typing = false) {
  warn("");
  $("link").hidden = true;
  render();
  const step = typing && new URLSearchParams(location.search).has("q") ? "replaceState" : "pushState";
  if (query() !== location.search) history[step](null, "", query() || location.pathname);
}

function follow() {
  const ignored = readAddress().map((word) => `«\u202f${word}\u202f»`);
  const what = `Cette adresse demande ce que le catalogue ne connaît pas, ou plus\u202f: ${ignored.join(", ")}.`;
  warn(ignored.length ? `${what} Le reste de la demande est gardé.` : "");
  render();
}

function openFacets(open) {
  $("facets").classList.toggle("kit-open", open);
  fold.setAttribute("aria-expanded", open);
}

// The address that leads to the same choice, from the first page of the catalogue.
async function copyLink() {
  const address = new URL(`catalogue/${query()}`, root).href;
  try {
    await navigator.clipboard.writeText(address);
    copy.textContent = "Lien copié";
    say("Le lien est copié.");
    setTimeout(() => (copy.textContent = "Copier le lien"), 3000);
  } catch {
    $("link").hidden = false;
    $("address").value = address;
    $("address").select();
    say("Le navigateur refuse la copie. Le lien est sélectionné dans un champ, à copier.");
  }
}

let pause = 0;
input.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(changed, TYPING, true);
});
form.addEventListener("change", ({ target }) => target !== input && changed());
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  changed();
});
form.addEventListener("reset", (event) => {
  event.preventDefault();
  clearAll();
  changed();
  total.focus();
});
for (const touch of ["focusin", "pointerover"]) {
  form.addEventListener(touch, () => load().catch(() => {}), { once: true });
}
sort.addEventListener("change", () => {
  setOrder(sort.value === usualOrder() ? "" : sort.value);
  changed();
});
fold.addEventListener("click", () => openFacets(fold.getAttribute("aria-expanded") !== "true"));
show.addEventListener("click", () => {
  openFacets(false);
  total.focus();
});
copy.addEventListener("click", copyLink);
more.addEventListener("click", () => showMore().querySelector("a").focus());
addEventListener("popstate", follow);

form.hidden = $("tools").hidden = false;
const matrix = document.querySelector(".kit-matrix");
if (matrix && location.search) matrix.open = false;
follow();
