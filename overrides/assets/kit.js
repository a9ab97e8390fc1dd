// On every page: opens the menu on small screens and switches the colours (theme.js restores them).
// Without this file the menu is a link to its own address, and the scheme follows the system.

const root = document.documentElement;
root.classList.replace("no-js", "js");

const menu = document.querySelector(".kit-menu-button");
menu.hidden = false;

function openMenu(open) {
  menu.setAttribute("aria-expanded", open);
  root.classList.toggle("kit-menu-open", open);
}
menu.addEventListener("click", () => openMenu(menu.getAttribute("aria-expanded") !== "true"));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menu.getAttribute("aria-expanded") === "true") {
    openMenu(false);
    menu.focus();
  }
});

const button = document.querySelector(".kit-scheme");
const system = matchMedia("(prefers-color-scheme: dark)");

// Storage throws where the reader forbids it: the switch then lasts for the page.
function store(scheme) {
  try {
    localStorage.setItem("odl-theme", scheme);
  } catch {}
}

const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);

function label() {
  const text = isDark() ? "Passer en couleurs claires" : "Passer en couleurs sombres";
  button.lastElementChild.textContent = text;
  button.title = text;
}

label();
button.hidden = false;
system.addEventListener("change", label);
button.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  store(root.dataset.theme);
  label();
});

// A table or a block of code wider than the screen scrolls: the keyboard must reach it.
for (const box of document.querySelectorAll(".md-typeset table, .md-typeset pre > code")) {
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
}

// Search box: boite.js, and the index with it, only once the box is used. « / » leads to it, unless typed
// somewhere.
const box = document.querySelector("#kit-search");
box.title = "Raccourci\u00a0: touche /";
box.setAttribute("aria-keyshortcuts", "/");
box.addEventListener("focus", () => import("./boite.js").catch(() => {}), { once: true });

// Turned off in the page of the search, for the life of the tab.
function shortcutIsOff() {
  try {
    return sessionStorage.getItem("odl-raccourci") === "non";
  } catch {
    return false;
  }
}
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || typing || shortcutIsOff()) return;
  event.preventDefault();
  box.focus();
});
