// On every page, in the head: gives back the colours that the reader chose, before the first paint; then,
// once the page is there, opens the menu of small screens, switches the colours, wakes the search box, lets
// the keyboard reach what scrolls. Without this file the menu is a link to its own address, and the colours are the system's.

const root = document.documentElement;
const all = (selector) => [...document.querySelectorAll(selector)];
const one = (selector) => document.querySelector(selector);

// Storage throws where the reader forbids it: the switch then lasts for the page.
try {
  const scheme = localStorage.getItem("odl-theme");
  if (/^(light|dark)$/.test(scheme)) root.dataset.theme = scheme;
} catch {}

function setMenu() {
  const button = one(".kit-menu-button");
  const menu = one("#kit-menu");
  const isOpen = () => root.classList.contains("kit-menu-open");
  function toggle(open) {
    button.setAttribute("aria-expanded", open);
    root.classList.toggle("kit-menu-open", open);
    // The rest of the page cannot be reached while the menu covers it.
    for (const part of all(".md-skip, .md-header, .md-content, .kit-toc, .md-footer")) part.inert = open;
  }
  function close() {
    toggle(false);
    button.focus();
  }
  button.addEventListener("click", () => {
    toggle(true);
    menu.querySelector("button").focus();
  });
  menu.querySelector("button").addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen()) close();
  });
  document.addEventListener("pointerdown", (event) => {
    if (isOpen() && !menu.contains(event.target)) {
      event.preventDefault();
      close();
    }
  });
  // The widths of kit.css: on a wide screen the menu covers nothing. A link of the menu leaves the page;
  // the reader who comes back finds it closed.
  matchMedia("(min-width: 60em)").addEventListener("change", () => toggle(false));
  addEventListener("pagehide", () => toggle(false));
}

function setScheme() {
  const button = one(".kit-scheme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  function label() {
    button.title = button.lastElementChild.textContent = `Passer en couleurs ${isDark() ? "claires" : "sombres"}`;
  }
  label();
  system.addEventListener("change", label);
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    label();
    try {
      localStorage.setItem("odl-theme", root.dataset.theme);
    } catch {}
  });
}

// A box wider than the screen scrolls: it then takes the focus, and says what it is.
function reach(box) {
  const scrolls = box.scrollWidth > box.clientWidth;
  for (const [name, value] of [["tabindex", "0"], ["role", "group"], ["aria-label", "À faire défiler"]]) {
    if (scrolls) box.setAttribute(name, value);
    else box.removeAttribute(name);
  }
}

// A table that scrolled itself would no longer be one for some screen readers: a box does it. A page may have
// made its own, « kit-scroll ».
function setBoxes() {
  for (const table of all("article table:not(.kit-scroll table)")) {
    const box = document.createElement("div");
    box.className = "kit-slide";
    table.replaceWith(box);
    box.append(table);
  }
  const sizes = new ResizeObserver((seen) => seen.forEach(({ target }) => reach(target.closest(".kit-slide, pre"))));
  for (const part of all(".kit-slide, .kit-slide > table, pre, pre > code")) sizes.observe(part);
}

// Turned off in the page of the search, for the life of the tab.
function shortcutIsOff() {
  try {
    return sessionStorage.getItem("odl-raccourci") === "non";
  } catch {
    return false;
  }
}

// boite.js, and the index with it, only once the box is used. « / » leads to it, unless typed somewhere.
function setSearch() {
  const box = one("#kit-search");
  if (!box) return; // a site built without its search
  box.title = "Raccourci\u00a0: touche /";
  box.setAttribute("aria-keyshortcuts", "/");
  box.addEventListener("focus", () => import("./boite.js").catch(() => {}), { once: true });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || typing || shortcutIsOff()) return;
    event.preventDefault();
    box.focus();
  });
}

// The page is read, and its other scripts have not run: the menu does not wait for them.
function setUp() {
  setMenu();
  setScheme();
  setSearch();
  root.classList.replace("no-js", "js");
  setBoxes();
}
document.addEventListener("readystatechange", setUp, { once: true });
