// In the head, before the first paint: the colours the reader chose.
try {
  const scheme = localStorage.getItem("odl-theme");
  if (/^(light|dark)$/.test(scheme)) document.documentElement.dataset.theme = scheme;
} catch {}
