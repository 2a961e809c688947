// Backstory's theme: cards over names, and the place in the contents. Every page is complete without it.
(() => {
  "use strict";
  const all = (selector) => document.querySelectorAll(selector);

  // Contents: open beside the text (where the style sheet cannot do it), and the current section marked.
  const wide = matchMedia("(min-width: 64rem)");
  const contents = document.querySelector(".toc details");
  if (wide.matches && !CSS.supports("selector(::details-content)")) all(".toc details, .unfold").forEach((each) => (each.open = true));
  if (contents) {
    const links = new Map([...contents.querySelectorAll("a")].map((a) => [decodeURIComponent(a.hash.slice(1)), a]));
    const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
    let marked;
    const mark = () => {
      const passed = headings.filter((each) => each.getBoundingClientRect().top < 140);
      const now = links.get((passed.pop() || headings[0] || {}).id);
      if (now === marked) return;
      marked?.removeAttribute("aria-current");
      (marked = now)?.setAttribute("aria-current", "true");
    };
    addEventListener("scroll", mark, { passive: true });
    mark();
  }

  // Search: "/" and Ctrl-K or Cmd-K lead to the field, wherever one is not writing.
  const field = document.getElementById("_query") || document.getElementById("_seek-field");
  addEventListener("keydown", (event) => {
    const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const asked = event.key === "/" ? !writing && !event.ctrlKey && !event.metaKey && !event.altKey : event.key === "k" && (event.ctrlKey || event.metaKey);
    if (!field || !asked) return;
    event.preventDefault();
    if (getComputedStyle(field.form).display === "none") field.form.showPopover?.();
    field.focus();
  });
  document.getElementById("_seek")?.addEventListener("toggle", (event) => event.newState === "open" && field.focus());

  // Cards (WCAG 1.4.13): hover, focus and the first tap open; Esc closes and it stays closed; one may point into it.
  if (!HTMLElement.prototype.showPopover) return;
  let open = null;
  let timer;
  let next = null; // The name whose card is about to open.
  let quiet = false;
  let followed = null;

  const place = ({ link, card }) => {
    const at = [...link.getClientRects()][0] || link.getBoundingClientRect();
    const gap = 8;
    const page = document.documentElement;
    let x = getComputedStyle(link).direction === "rtl" ? at.right - card.offsetWidth : at.left;
    x = Math.max(gap, Math.min(x, page.clientWidth - card.offsetWidth - gap));
    const below = link.getBoundingClientRect().bottom + gap;
    const above = at.top - card.offsetHeight - gap;
    card.style.left = x + "px";
    card.style.top = (below + card.offsetHeight > page.clientHeight - gap && above > 0 ? above : below) + "px";
  };
  const hold = () => {
    clearTimeout(timer);
    next = null;
  };
  const putAway = () => {
    if (!open) return;
    open.card.hidePopover();
    open.link.setAttribute("aria-expanded", "false");
    open = null;
  };
  const hide = () => {
    hold();
    putAway();
  };
  const show = (link, card, fill) => {
    hold();
    if (open?.link === link) return;
    putAway();
    fill?.();
    card.showPopover();
    open = { link, card };
    place(open);
    link.setAttribute("aria-expanded", "true");
  };
  const later = (then, milliseconds) => {
    hold();
    timer = setTimeout(then, milliseconds);
  };

  const opens = (link, card, fill) => {
    let touch = false;
    link.setAttribute("aria-expanded", "false");
    link.addEventListener("pointerdown", (event) => (touch = event.pointerType === "touch"));
    link.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "touch") return;
      later(() => show(link, card, fill), 140);
      next = link;
    });
    link.addEventListener("pointerleave", (event) => {
      if (event.pointerType !== "touch") later(hide, 220);
    });
    link.addEventListener("focus", () => {
      if (!quiet && link.matches(":focus-visible")) show(link, card, fill);
    });
    link.addEventListener("blur", (event) => {
      if (!card.contains(event.relatedTarget)) later(hide, 150);
    });
    link.addEventListener("click", (event) => {
      if (touch && open?.link !== link) {
        event.preventDefault();
        show(link, card, fill);
      } else {
        hide();
        followed = link;
      }
    });
  };
  all("a[data-card]").forEach((link) => {
    const card = document.getElementById(link.dataset.card);
    if (!card) return;
    link.setAttribute("aria-controls", card.id);
    opens(link, card);
  });
  // Over the number of a source: what its row says.
  const note = document.createElement("div");
  note.className = "card";
  note.popover = "manual";
  document.body.append(note);
  all(".fn a").forEach((link) => {
    const row = document.getElementById(link.hash.slice(1));
    if (row) opens(link, note, () => note.replaceChildren(...[...row.querySelectorAll(":scope > p")].map((each) => each.cloneNode(true))));
  });
  all(".card").forEach((card) => {
    card.addEventListener("pointerenter", hold);
    card.addEventListener("pointerleave", (event) => {
      if (event.pointerType !== "touch") later(hide, 220);
    });
    card.addEventListener("focusin", hold);
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (!open) {
      // The row that a number led to goes as by Back.
      if (followed && location.hash === followed.hash) history.back(), followed.focus({ preventScroll: true });
      return;
    }
    const { link, card } = open;
    const inside = card.contains(document.activeElement);
    hide();
    if (!inside) return;
    quiet = true; // Focus that comes back must not open the card again.
    link.focus({ preventScroll: true });
    quiet = false;
  });
  addEventListener("pointerdown", (event) => {
    if (open && !open.card.contains(event.target) && !open.link.contains(event.target)) hide();
  });
  // A card goes with its name, but not in between the pointer and another name.
  const follow = () => (next && next !== open.link ? putAway() : place(open));
  addEventListener("scroll", () => open && follow(), { passive: true });
})();
