// The panel with what is wrong, over the last good page. livereload loads the page again when that changes; what
// changed while the page was not yet connected, or while the preview was not running, is asked for on connecting.
const mine = document.currentScript.dataset.version;
const ask = async () => (await fetch(`/__preview/problem?page=${encodeURIComponent(location.pathname)}`)).json();
document.addEventListener("LiveReloadConnect", async () => {
  if ((await ask()).version !== mine) location.reload();
});
// `revert` takes away what the site's own style sheet says of such an element.
const made = (tag, text, style) => {
  const element = Object.assign(document.createElement(tag), { textContent: text });
  Object.assign(element.style, { all: "revert", ...style });
  return element;
};
const printed = (text) => {
  const element = made("pre", text, { margin: "0", whiteSpace: "pre-wrap", overflowWrap: "anywhere", font: "inherit" });
  element.tabIndex = 0;
  return element;
};
(async () => {
  const { problem, others, count } = await ask();
  if (!problem) return;
  const panel = made("section", "", {
    position: "fixed", insetInline: "0", insetBlockEnd: "0", maxBlockSize: "60vh", overflow: "auto", zIndex: "99",
    boxSizing: "border-box", colorScheme: "dark", background: "#1d1310", color: "#f6e9e2", direction: "ltr",
    borderBlockStart: "4px solid #e8663d", padding: "1rem 1.25rem", textAlign: "start",
    font: "14px/1.5 ui-monospace, Consolas, monospace", boxShadow: "0 -12px 40px rgb(0 0 0 / .35)",
  });
  panel.id = "_problem";
  panel.setAttribute("role", "alert");
  panel.setAttribute("aria-label", "What is wrong");
  panel.lang = "en";
  const close = made("button", "Close", { float: "right", font: "inherit", padding: ".25rem .75rem", cursor: "pointer" });
  close.type = "button";
  close.addEventListener("click", () => panel.remove());
  panel.append(close, printed(problem));
  if (others) {
    const fold = made("details", "", { marginBlockStart: "1rem" });
    fold.append(made("summary", `Also: ${count}`, { cursor: "pointer" }), printed(others));
    panel.append(fold);
  }
  document.body.append(panel);
})();
