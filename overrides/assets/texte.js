// Full-text search, for the search page, the header's box and the catalogue. Nothing is loaded before
// `find` or `wake` is called: Pagefind's index, and the address of each of its results.

export const root = new URL("..", import.meta.url);

// Pagefind ranks words of the page (BM25) and adds what the fields of its record give (see _macros.html,
// `searched`): the names of an entry count as its title does, the synonyms of its terms far less.
const RANKING = { metaWeights: { title: 5, noms: 5, summary: 2, termes: 0.3, kind: 0, groupe: 0 } };

let engine = null;

// Loads the index, once; a failure may be tried again.
export function wake() {
  engine ??= Promise.all([load(), addresses()]).catch((error) => {
    engine = null;
    throw error;
  });
  return engine;
}

async function load() {
  const pagefind = await import(new URL("pagefind/pagefind.js", root));
  await pagefind.options({ baseUrl: root.pathname, ranking: RANKING });
  return pagefind;
}

async function addresses() {
  const response = await fetch(new URL("pagefind/fiches.json", root), { cache: "no-cache" });
  if (!response.ok) throw new Error(response.status);
  return response.json();
}

// Case, accents and ligatures aside.
export const fold = (text) =>
  text
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");

// Typographic apostrophes, elisions: « l’œuvre », « jusqu'aux » are asked as « œuvre », « aux ».
export function plain(text) {
  return text
    .replace(/[’ʼ]/g, "'")
    .replace(/(?<![\p{L}\d'])(?:qu|jusqu|lorsqu|puisqu|quoiqu|[cdjlmnst])'(?=[\p{L}\d])/giu, "")
    .trim();
}

// The words of a text, folded; a letter alone is not one.
export const tokens = (text) =>
  (fold(plain(text)).match(/[\p{L}\p{N}]+/gu) ?? []).filter((token) => token.length > 1);

// Of a word that it does not know, Pagefind takes the longest beginning that it knows: « acessibilite » finds
// « a ». It does so of a word for all pages at once, so that the best one tells: there, each word asked must
// share half its letters, from the first, with a word found.
function isFound(word, held) {
  const beginning = word.slice(0, Math.max(3, Math.ceil(word.length / 2)));
  return held.some((token) => token.startsWith(beginning));
}

async function isAnswer(result, text) {
  const { content, meta, locations } = await result.data();
  const all = content.split(/\s+/);
  const held = tokens([...Object.values(meta), ...locations.map((place) => all[place])].join(" "));
  return tokens(text).every((word) => isFound(word, held));
}

// Pagefind knows accents and plurals, but not ligatures: « œuvre » is asked as « oeuvre » too, and back.
function writings(text) {
  const asked = plain(text);
  const apart = asked.replace(/œ/gi, "oe").replace(/æ/gi, "ae");
  const bound = asked.replace(/oe/gi, "œ").replace(/ae/gi, "æ");
  return [...new Set([asked, apart, bound])];
}

// Every word of a question must be in the page: « comment publier mes données » finds nothing. It is then
// asked without the words that say nothing of its subject.
const LITTLE =
  /^(?:.{1,3}|comment|quel(?:le)?s?|quoi|pour(?:quoi)?|dans|avec|sans|chez|nous|vous|leurs?|notre|votre|cette|etre|sont)$/;
const subject = (text) =>
  tokens(text)
    .filter((word) => !LITTLE.test(word))
    .join(" ");

// Finds the pages that answer a text, best first: `address` is that of the page in the site, as `url` in
// donnees/catalogue.json; `result` is Pagefind's (`await result.data()` gives its title and text).
export async function find(text) {
  if (!plain(text)) return [];
  const found = await ask(text);
  return found.length || !subject(text) ? found : ask(subject(text));
}

async function ask(text) {
  const [pagefind, known] = await wake();
  const answers = await Promise.all(writings(text).map((query) => answer(pagefind, query)));
  const best = new Map();
  for (const result of answers.flat()) {
    if (!(best.get(result.id)?.score >= result.score)) best.set(result.id, result);
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score)
    .map((result) => ({ address: known[result.id], result }))
    .filter(({ address }) => address !== undefined);
}

async function answer(pagefind, query) {
  const { results } = await pagefind.search(query);
  return results.length && (await isAnswer(results[0], query)) ? results : [];
}
