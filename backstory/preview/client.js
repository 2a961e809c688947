// The panel with what is wrong, over the last good page. livereload loads the page again when that changes; what
// changed while the page was not yet connected, or while the preview was not running, is asked for on connecting.
const mine = document.currentScript.dataset.version;
const ask = async () => (await fetch(`/__preview/problem?page=${encodeURIComponent(location.pathname)}`)).json();
document.addEventListener("LiveReloadConnect", async () => {
  if ((await ask()).version !== mine) location.reload();
});
(async () => {
  const { problem } = await ask();
  if (!problem) return;
  const panel = document.createElement("section");
  panel.id = "_problem";
  panel.setAttribute("role", "alert");
  panel.setAttribute("aria-label", "What is wrong");
  panel.dir = "ltr";
  panel.lang = "en";
  Object.assign(panel.style, {
    position: "fixed", insetInline: "0", insetBlockEnd: "0", maxBlockSize: "60vh", overflow: "auto", zIndex: "99",
    background: "#1d1310", color: "#f6e9e2", borderBlockStart: "4px solid #e8663d", padding: "1rem 1.25rem",
    font: "14px/1.5 ui-monospace, Consolas, monospace", boxShadow: "0 -12px 40px rgb(0 0 0 / .35)",
  });
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Close";
  Object.assign(close.style, { float: "inline-end", font: "inherit", padding: ".25rem .75rem", cursor: "pointer" });
  close.addEventListener("click", () => panel.remove());
  const text = document.createElement("pre");
  text.tabIndex = 0;
  text.textContent = problem;
  Object.assign(text.style, { margin: "0", whiteSpace: "pre-wrap", font: "inherit" });
  panel.append(close, text);
  document.body.append(panel);
})();
