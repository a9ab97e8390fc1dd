// What a result shows, built with DOM methods only: the words that Pagefind matched are marked wherever
// they stand, in the title and the summary too, whatever their accents, plurals and ligatures.

import { fold, tokens } from "./texte.js";

const LENGTH = 28; // words of an excerpt
const BEFORE = 6; // of which, before the first word found

export function element(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

const words = (text) => (text ?? "").split(/\s+/).filter(Boolean);

// The words of a page that answer the text asked, folded. Of a compound (« Saint-Herblain »), which Pagefind
// matches whole, only the part that begins as what was asked, if any does.
export function answers({ content, locations }, asked) {
  const all = content.split(/\s+/);
  const beginnings = new Set(tokens(asked).map((token) => token.slice(0, 3)));
  const found = locations.flatMap((place) => {
    const parts = tokens(all[place] ?? "");
    const alike = parts.filter((part) => beginnings.has(part.slice(0, 3)));
    return alike.length ? alike : parts;
  });
  return new Set(found);
}

// A text as nodes, the words of `found` marked.
export function marked(text, found) {
  return (text ?? "")
    .split(/([\p{L}\p{N}]+)/u)
    .map((part, i) => (i % 2 && found.has(fold(part)) ? element("mark", "", part) : part));
}

// The first of the places that has most others close after it.
function densest(places) {
  let [best, most, first] = [places[0], 0, 0];
  places.forEach((place, last) => {
    while (place - places[first] >= LENGTH - BEFORE) first++;
    if (last - first + 1 > most) [best, most] = [places[first], last - first + 1];
  });
  return best;
}

// How many words stand before the end of the summary, or of the title when the text does not hold the summary.
function introduction(all, { title, summary }) {
  const told = words(summary);
  const before = told.length ? all.join(" ").split(told.join(" "), 2) : [];
  return before.length > 1 ? words(before[0]).length + told.length : words(title).length;
}

// The part of the text where most words were found, title and summary left out: they are shown already.
export function excerpt({ content, meta, locations }) {
  const all = content.split(/\s+/);
  const shown = introduction(all, meta);
  const places = locations.filter((place) => place >= shown).sort((a, b) => a - b);
  if (!places.length) return "";
  const start = Math.max(shown, densest(places) - BEFORE);
  const end = start + LENGTH;
  return `${start > shown ? "… " : ""}${all.slice(start, end).join(" ")}${end < all.length ? " …" : ""}`;
}
