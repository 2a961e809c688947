// Search: names as they are folded, transliterated and misspelled, then words of texts. On 404.html: the nearest names.
(() => {
  "use strict";
  const form = document.getElementById("_search");
  const lost = document.getElementById("_near");
  const site = self.backstoryNames;
  if (!(form || lost) || !site) return;
  const query = form?.elements.q;
  const told = document.getElementById("_told");
  const found = document.getElementById("_found");
  const MOST = 20; // Of one group, at first.

  // Case, accents, vowel points, tatweel and forms of one letter do not count.
  const LETTER = new RegExp(`[${Object.keys(site.letters).join("").replace(/[\]\\^-]/g, "\\$&")}]`, "g");
  const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\p{Cf}]/gu;
  const fold = (text) =>
    text.normalize("NFKD").toLowerCase().normalize("NFKD").replace(LETTER, (letter) => site.letters[letter])
      .replace(MARKS, "").normalize("NFKC").trim().replace(/\s+/g, " ");
  const ARTICLE = /^(?:[ولبكف]?ال|لل)(?=..)/;
  const wordsOf = (folded) => folded.replace(/'/g, "").match(/[\p{L}\p{M}\p{N}]+/gu) || [];

  // In transliteration, where the engine can read the rules.
  const rules = (() => {
    try {
      return site.sounds.map(([pattern, written]) => [new RegExp(pattern, "g"), written]);
    } catch {
      return [];
    }
  })();
  const sound = (word) =>
    /^[a-z0-9]{4,}$/.test(word) ? rules.reduce((text, [pattern, written]) => text.replace(pattern, written), word) : word;

  const home = document.querySelector("script[src$='names.js']").src; // Links in it are relative to its folder.
  const entries = site.entries.map(([group, href, what, names, lang, hreflang], at) => {
    const forms = names.map((name) => {
      const folded = fold(name);
      const words = wordsOf(folded);
      return { folded, words: [...new Set(words.flatMap((word) => [word, word.replace(ARTICLE, "")]))] };
    });
    return { at, group, href: new URL(href, home).href, what, names, lang, hreflang, forms };
  });

  // How near a name is: 0 the same, 1 begins so, 2 has words that begin so, 3 has it inside.
  const nearness = (form, asked) => {
    if (form.folded === asked.folded) return 0;
    if (form.folded.startsWith(asked.folded)) return 1;
    if (asked.words.every((word) => form.words.some((each) => each.startsWith(word)))) return 2;
    return asked.folded.length > 2 && form.folded.includes(asked.folded) ? 3 : Infinity;
  };
  // Where nothing was found: each word sounds like one of the name, or is a slip away.
  const likeness = (form, asked) => {
    const far = asked.words.map((word, at) => {
      form.sounds ||= form.words.map(sound);
      if (word.length > 2 && form.sounds.includes(asked.sounds[at])) return 0;
      return Math.min(...form.words.map((each) => slips(word, each)));
    });
    return far.every((each) => each < Infinity) ? far.reduce((sum, each) => sum + each, 4) : Infinity;
  };
  // Letters to put in, take out, change or swap between two words, up to one for every four; else Infinity.
  const slips = (one, other) => {
    const most = Math.min(2, Math.floor(one.length / 4));
    if (!most || Math.abs(one.length - other.length) > most) return Infinity;
    let before = [];
    let last = [...Array(other.length + 1).keys()];
    for (let row = 1; row <= one.length; row++) {
      const next = [row];
      for (let at = 1; at <= other.length; at++) {
        const same = one[row - 1] === other[at - 1];
        next[at] = Math.min(last[at] + 1, next[at - 1] + 1, last[at - 1] + (same ? 0 : 1));
        const swapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
        if (swapped) next[at] = Math.min(next[at], before[at - 2] + 1);
      }
      [before, last] = [last, next];
    }
    return last[other.length] <= most ? last[other.length] : Infinity;
  };

  const matches = (asked, measure) =>
    entries
      .map((entry) => {
        const far = entry.forms.map((form) => measure(form, asked));
        const near = Math.min(...far);
        return { entry, near, name: entry.names[far.indexOf(near)] };
      })
      .filter((match) => match.near < Infinity)
      .sort((one, other) => one.near - other.near);

  // Texts: each word typed begins a word of the text.
  const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu;
  const texts = new Map(); // Cut into words when they are first looked through.
  const cut = (at) => {
    if (!texts.has(at)) {
      const said = self.backstoryTexts?.[at] || [];
      texts.set(at, said.map((each) => {
        const [text, anchor] = Array.isArray(each) ? each : [each, ""];
        const words = [...text.matchAll(WORD)].map((found) => {
          const folded = fold(found[0]).replace(/['’]/g, "");
          return { start: found.index, end: found.index + found[0].length, forms: [folded, folded.replace(ARTICLE, "")] };
        });
        return { text, anchor, words };
      }));
    }
    return texts.get(at);
  };
  const said = (entry, asked) =>
    cut(entry.at).flatMap(({ text, anchor, words }) => {
      const marked = words.filter((word) => asked.words.some((each) => word.forms.some((form) => form.startsWith(each))));
      const all = asked.words.every((each) => marked.some((word) => word.forms.some((form) => form.startsWith(each))));
      return all ? [{ text, anchor, marked }] : [];
    });
  const telling = (asked, without) =>
    entries.filter((entry) => !without.has(entry)).flatMap((entry) => {
      const found = said(entry, asked);
      return found.length ? [{ entry, name: entry.names[0], near: 9, found }] : [];
    });
  // The sentence round the first word marked, or what fits of it.
  const MOST_SAID = 220;
  const excerpt = ({ text, marked }) => {
    const at = marked[0].start;
    let [start, end] = [0, text.length];
    for (const stop of text.matchAll(/[.!?؟۔…]["”»’)]?\s+/gu)) {
      const next = stop.index + stop[0].length;
      if (next <= at) start = next;
      else if (end === text.length) end = next;
    }
    if (end - start > MOST_SAID) {
      if (at - start > MOST_SAID / 2) start = text.indexOf(" ", at - MOST_SAID / 2) + 1;
      if (end - start > MOST_SAID) end = Math.max(text.lastIndexOf(" ", start + MOST_SAID), marked[0].end);
    }
    const line = element("p", { className: "said" }, start && !/[.!?؟۔…]["”»’)]?\s$/u.test(text.slice(0, start)) ? "… " : "");
    for (const word of marked.filter((each) => each.start >= start && each.end <= end)) {
      line.append(text.slice(start, word.start), element("mark", {}, text.slice(word.start, word.end)));
      start = word.end;
    }
    line.append(text.slice(start, end).trimEnd(), end < text.length && !/[.!?؟۔…]["”»’)]?\s$/u.test(text.slice(0, end)) ? " …" : "");
    return line;
  };

  const element = (tag, properties, ...inside) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...inside);
    return made;
  };
  const item = ({ entry, name, found }) => {
    const link = element("a", { href: entry.href + (found?.[0].anchor || "") }, element("bdi", { lang: entry.lang || "" }, entry.names[0]));
    if (!entry.lang) link.firstChild.removeAttribute("lang");
    if (entry.hreflang) link.hreflang = entry.hreflang;
    const line = element("p", {}, link);
    if (!fold(entry.names[0]).includes(fold(name))) {
      const [before, after] = (form?.dataset.also || "{}").split("{}");
      line.append(" ", element("span", { className: "k" }, before, element("bdi", {}, name), after));
    }
    const told = found ? [excerpt(found[0])] : [];
    return element("li", {}, line, ...told, element("p", { className: "k" }, entry.what));
  };
  const group = (label, all) => {
    const list = element("ul", { className: "entries" }, ...all.slice(0, MOST).map(item));
    const rest = all.slice(MOST);
    const more = element("button", { type: "button", className: "btn" }, say("more", rest.length));
    more.addEventListener("click", () => {
      list.append(...rest.map(item));
      more.remove();
      list.children[MOST].querySelector("a").focus();
    });
    return element("section", {}, element("h2", { className: "letter" }, label, " ", element("span", { className: "k" }, String(all.length))), list, ...(rest.length ? [more] : []));
  };
  const say = (what, value) => form.dataset[what].replace("{}", () => value);

  const look = () => {
    const folded = fold(query.value);
    const words = wordsOf(folded);
    found.replaceChildren();
    told.textContent = "";
    if (!words.length) return;
    const asked = { folded, words, sounds: words.map(sound) };
    const exact = matches(asked, nearness);
    const inTexts = telling(asked, new Set(exact.map((match) => match.entry)));
    const near = exact.length || inTexts.length ? [] : matches(asked, likeness);
    const all = [...exact, ...inTexts, ...near];
    told.textContent = !all.length ? say("none", query.value.trim()) : say(near.length ? "near" : "found", all.length);
    const numbers = new Set(all.map((match) => match.entry.group)); // That of the nearest name first.
    const held = (number) => all.filter((match) => match.entry.group === number);
    found.append(...[...numbers].map((number) => group(site.groups[number], held(number))));
  };
  const remember = () => {
    const address = new URL(location);
    if (query.value.trim()) address.searchParams.set("q", query.value.trim());
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
  };

  // 404.html: the last names of the address, as one would type them.
  if (lost) {
    const path = decodeURI(location.pathname);
    const typed = fold(path.replace(/\/(index\.html)?$/, "").split("/").pop().replace(/\.html?$/, "").replace(/[-_+]/g, " "));
    const asked = { folded: typed, words: wordsOf(typed), sounds: wordsOf(typed).map(sound) };
    if (!asked.words.length) return;
    const exact = matches(asked, nearness);
    const near = (exact.length ? exact : matches(asked, likeness)).slice(0, 5);
    if (!near.length) return;
    const line = lost.querySelector("p");
    const [before, after] = line.textContent.split("{}");
    line.replaceChildren(before, element("b", {}, element("bdi", {}, path)), after);
    lost.querySelector("ul").append(...near.map(item));
    lost.hidden = false;
    return;
  }

  form.hidden = false;
  query.value = new URLSearchParams(location.search).get("q") || "";
  query.addEventListener("input", look);
  query.addEventListener("change", remember);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember();
  });
  look();
  if (!query.value) query.focus();
})();
