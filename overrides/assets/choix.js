// What the reader of the catalogue has chosen: the form and the address say the same, and no more is kept.

export const form = document.querySelector("#kit-filters");
export const input = document.querySelector("#kit-q");
export const sort = document.querySelector("#kit-sort");

// The facets of the form, that of kinds first; a term has an address when it has a page.
export const facets = [...form.querySelectorAll("fieldset")].map((fieldset) => ({
  name: fieldset.name,
  title: fieldset.querySelector("legend").textContent,
  details: fieldset.closest("details"),
  badge: fieldset.closest("details").querySelector("summary .kit-count"),
  terms: [...fieldset.querySelectorAll("label")].map((label) => ({
    box: label.querySelector("input"),
    id: label.querySelector("input").value,
    href: label.querySelector("input").dataset.href,
    label: label.querySelector("span").textContent,
    count: label.querySelector(".kit-count"),
  })),
}));

export const chosenIn = (facet) => facet.terms.filter((term) => term.box.checked);
export const text = () => input.value.trim();
export const usualOrder = () => (text() ? "pertinence" : "titre");

let asked = ""; // the order asked for; empty for the usual one
export const order = () => asked || usualOrder();

// Sets the order, and shows it; relevance is offered with a text only.
export function setOrder(wanted) {
  const [relevance] = sort.options;
  relevance.hidden = relevance.disabled = !text();
  asked = wanted === "pertinence" || wanted === usualOrder() ? "" : wanted;
  sort.value = order();
}
export const keepOrder = () => setOrder(asked);

export function clearAll() {
  for (const facet of facets) for (const term of facet.terms) term.box.checked = false;
  input.value = "";
}

export function query() {
  const state = new URLSearchParams();
  for (const facet of facets) for (const term of chosenIn(facet)) state.append(facet.name, term.id);
  if (text()) state.append("q", text());
  if (asked) state.append("tri", asked);
  return state.toString() ? `?${state}` : "";
}

// What tools that follow readers add to an address is not worth a word.
const FOLLOWING = /^(utm_.*|mtm_.*|pk_.*|at_.*|.*clid)$/;

// Takes the choices of the address; gives what it names that the catalogue does not know, or no more.
export function readAddress() {
  const state = new URLSearchParams(location.search);
  const ignored = [];
  for (const facet of facets) {
    const ids = state.getAll(facet.name);
    for (const term of facet.terms) term.box.checked = ids.includes(term.id);
    if (chosenIn(facet).length) facet.details.open = true;
    ignored.push(...ids.filter((id) => !facet.terms.some((term) => term.id === id)));
  }
  input.value = state.get("q") ?? "";
  const wanted = state.get("tri") ?? "";
  const isKnown = [...sort.options].some((option) => option.value === wanted);
  setOrder(isKnown ? wanted : "");
  if (wanted && !isKnown) ignored.push(wanted);
  const known = new Set([...facets.map((facet) => facet.name), "q", "tri"]);
  ignored.push(...[...new Set(state.keys())].filter((name) => !known.has(name) && !FOLLOWING.test(name)));
  return ignored;
}
