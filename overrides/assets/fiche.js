// On the pages of entries: how long ago they were checked, the button that prints, another entry to compare with.

const DAY = 86_400_000;
const UNITS = [["year", 365.25], ["month", 30.4375], ["week", 7]];
const OLD = 548; // days: eighteen months, after which prices and names have often changed
const AGO = new Intl.RelativeTimeFormat("fr");
const NEAR = new Intl.RelativeTimeFormat("fr", { numeric: "auto" });

function ago(days) {
  const [unit, length] = UNITS.find(([, length]) => days >= length) ?? ["day", 1];
  return (unit === "day" ? NEAR : AGO).format(-Math.floor(days / length), unit);
}

for (const time of document.querySelectorAll(".kit-since time")) {
  const days = Math.floor((Date.now() - Date.parse(time.dateTime)) / DAY);
  if (!(days >= 0)) continue;
  time.after(`, ${ago(days)}`);
  if (days > OLD) {
    const note = document.createElement("strong");
    note.className = "kit-old";
    note.textContent = "à vérifier";
    time.parentElement.append(" ", note);
  }
}

const print = document.querySelector(".kit-print");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}

// The titles are fetched once, when the choice is reached; a failure may be tried again.
function fill(form) {
  const select = form.querySelector("select");
  const current = form.querySelector("input").value;
  let asked = false;
  async function load() {
    if (asked) return;
    asked = true;
    try {
      const { entries } = await (await fetch(form.dataset.source)).json();
      const others = entries.filter(({ kind, url }) => kind === form.dataset.kind && url !== `${current}/`);
      others.sort((a, b) => a.title.localeCompare(b.title, "fr"));
      select.append(...others.map(({ title, url }) => new Option(title, url.slice(0, -1))));
    } catch {
      asked = false;
      select.options[0].text = "La liste n’a pas pu être chargée.";
    }
  }
  for (const touch of ["pointerenter", "focusin"]) form.addEventListener(touch, load);
  form.hidden = false;
}

const form = document.querySelector(".kit-compare");
if (form) fill(form);
