// « Vouliez-vous dire ? »: the known words nearest to mistyped ones. donnees/suggestions.json holds the words
// of titles and terms, the most frequent first; it is loaded only when a search finds little.

import { fold, plain, root } from "./texte.js";

const SHORTEST = 4; // letters; the export leaves out shorter words too
const GUESSES = 3;

let known = null;

function load() {
  known ??= fetch(new URL("donnees/suggestions.json", root))
    .then((response) => (response.ok ? response.json() : Promise.reject(new Error(response.status))))
    .then(({ mots }) => new Map(mots.map((word) => [fold(word), word])))
    .catch((error) => {
      known = null;
      throw error;
    });
  return known;
}

// Letters added, lost, replaced or swapped with the next (Damerau-Levenshtein, optimal string alignment);
// `limit + 1` as soon as there are more than `limit`.
export function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

// The nearest words, then those that begin alike, then the most frequent.
function nearest(word, words) {
  const limit = word.length < 6 ? 1 : word.length < 11 ? 2 : 3;
  const near = [];
  for (const [other, written] of words) {
    const far = distance(word, other, limit);
    if (far <= limit) near.push({ written, rank: far + (other[0] === word[0] ? 0 : 0.5) });
  }
  return near.sort((a, b) => a.rank - b.rank).slice(0, GUESSES);
}

const isKnown = (word, words) =>
  [word, `${word}s`, word.replace(/[sx]$/, "")].some((other) => words.has(other));

// Other writings of a text, likeliest first; none when each of its words is known or like no other.
export async function suggest(text) {
  const words = await load();
  const asked = plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const near = asked.map((word) => {
    const folded = fold(word);
    return folded.length < SHORTEST || isKnown(folded, words) ? [] : nearest(folded, words);
  });
  const guesses = Array.from({ length: GUESSES }, (_, rank) =>
    near.some((list) => list[rank])
      ? asked.map((word, i) => (near[i][rank] ?? near[i][0])?.written ?? word).join(" ")
      : "",
  );
  return guesses.filter(Boolean);
}
