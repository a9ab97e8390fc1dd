// What the catalogue filters: the columns of donnees/filtres.json (generator/exports/filters.py says how they
// are made). Nothing here knows the page.

async function json(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(response.status);
  return response.json();
}

export const load = (source) => json(source);

// Gives the entries that answer to every facet, one of its chosen terms being enough; and for each term, how
// many there would be with the choices made in the other facets. `chosen` holds a set of ids by facet;
// `within` the only entries to look at, if any. An entry is its rank in the columns.
export function select({ ids, facets }, chosen, within) {
  const names = Object.keys(facets);
  const rows = names.map((name) => facets[name].rows);
  const answers = names.map((name) => answersOf(facets[name], chosen.get(name)));
  const tallies = names.map((name) => new Uint32Array(facets[name].sets.length));
  const found = [];
  for (let entry = 0; entry < ids.length; entry++) {
    if (within && !within.has(entry)) continue;
    const refusals = [];
    for (let f = 0; f < names.length && refusals.length < 2; f++) {
      if (answers[f] && !answers[f][rows[f][entry]]) refusals.push(f);
    }
    if (refusals.length === 0) found.push(entry);
    if (refusals.length === 1) tallies[refusals[0]][rows[refusals[0]][entry]]++;
    else if (refusals.length === 0) for (let f = 0; f < names.length; f++) tallies[f][rows[f][entry]]++;
  }
  return { found, counts: new Map(names.map((name, f) => [name, countsOf(facets[name], tallies[f])])) };
}

// Whether each set of terms answers to a choice; nothing when there is none.
const answersOf = ({ terms, sets }, chosen) =>
  chosen?.size ? sets.map((set) => set.some((rank) => chosen.has(terms[rank]))) : null;

function countsOf({ terms, sets }, tally) {
  const counts = new Map();
  sets.forEach((set, i) => {
    for (const rank of set) counts.set(terms[rank], (counts.get(terms[rank]) ?? 0) + tally[i]);
  });
  return counts;
}

// Entries come in the order of their titles, which settles equal ranks.
export function sorted(found, order, { ages }, within) {
  if (order === "nouveaute") return found.sort((a, b) => ages[b] - ages[a] || a - b);
  if (order === "pertinence") return found.sort((a, b) => within.get(a) - within.get(b));
  return found;
}

export const termsOf = ({ facets }, name, entry) => {
  const { terms, sets, rows } = facets[name];
  return sets[rows[entry]].map((rank) => terms[rank]);
};

export const noticeOf = ({ notices: { terms, sets, rows } }, entry) => terms[sets[rows[entry]][0]] ?? "";

export const addressOf = (columns, entry) =>
  `${columns.kinds[termsOf(columns, "genre", entry)[0]]}${columns.ids[entry]}/`;

// Gives the rank of each entry among the addresses of a text's answers, which are in their order.
let places = null;
export function ranksOf(columns, addresses) {
  places ??= new Map(columns.ids.map((_, entry) => [addressOf(columns, entry), entry]));
  const ranks = new Map();
  for (const address of addresses) if (places.has(address)) ranks.set(places.get(address), ranks.size);
  return ranks;
}

// Summaries come with the columns of a small kit, else by files; one that fails is left empty.
const files = new Map();
export async function summaryOf({ summaries, chunk }, entry, folder) {
  if (summaries) return summaries[entry];
  const file = Math.floor(entry / chunk);
  if (!files.has(file)) files.set(file, json(`${folder}${file}.json`).catch(() => files.delete(file) && []));
  return (await files.get(file))[entry % chunk] ?? "";
}
