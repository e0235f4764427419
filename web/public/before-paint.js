// SPDX-License-Identifier: Apache-2.0
// Runs before the first paint, so that a page chosen to be dark never flashes white. A file of its own, because the
// server's content security policy allows no script inside the page.
(function () {
  var root = document.documentElement, chosen = null, language = null;
  try {
    chosen = localStorage.getItem("haidang.scheme");
    language = localStorage.getItem("haidang.language");
  } catch { /* storage is switched off: follow the system */ }
  var dark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
  if (language === "en") root.lang = "en";
})();
