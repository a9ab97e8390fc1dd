// Elements of the catalogue that scripts build: cards, and the choices above them.

export function element(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

export function button(className, ...children) {
  const node = element("button", className, ...children);
  node.type = "button";
  return node;
}

function link(words, href) {
  const node = element("a", "", words);
  node.href = href;
  return node;
}

// The same card as the macro `card` of kit/_macros.html. `terms` are { label, href }; the summary may come
// later.
export function card({ title, href, kind, notice, terms, summary }) {
  const paragraph = element("p", "");
  summary.then((words) => (paragraph.textContent = words));
  const parts = [
    element("h3", "", link(title, href)),
    element("p", "kit-kind", kind, ...(notice ? [" · ", element("strong", "", notice)] : [])),
    paragraph,
  ];
  if (terms.length) {
    const items = terms.map((term) => element("li", "", link(term.label, term.href)));
    parts.push(element("ul", "kit-plain kit-inline kit-terms", ...items));
  }
  return element("li", "kit-card", ...parts);
}

// A choice, that a press takes away.
export const chip = (title, words) =>
  button("kit-chip", element("span", "kit-hidden", "Retirer le filtre "), `${title}\u202f: ${words}`);
