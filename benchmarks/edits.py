"""The changes that are measured. Each is one file, saved as editors do: the new file takes the old one's place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generators.ours import CLONE
from benchmarks.site_folder import Site

BODY, TITLE, ACTOR, TERM, TEMPLATE = "body", "title", "actor", "term", "template"
# A title or name up to its first letter; where it stands in several languages, the English one.
_NAME = r"^(?:[Tt]itle|name):\s+(?:en:\s+)?[\"']?"
KINDS = (BODY, TITLE, ACTOR, TERM, TEMPLATE)


@dataclass(frozen=True, slots=True)
class Edit:
    """A file's text before, None where there is no file, and after; the page of `route` must show `mark` afterwards."""

    site: Site
    file: Path
    before: str | None
    after: str
    route: str
    mark: str

    def make(self) -> None:
        """Save the file as edited."""
        self._save(self.after)

    def undo(self) -> None:
        """Save the file as it was."""
        if self.before is None:
            self.file.unlink()
        else:
            self._save(self.before)

    def _save(self, text: str) -> None:
        # Written outside the site first: nobody may see half a file, nor a second one.
        written = self.site.folder.with_name(f"{self.site.folder.name}.saving")
        written.write_text(text, encoding="utf-8")
        self.file.parent.mkdir(parents=True, exist_ok=True)
        written.replace(self.file)


def edit(site: Site, kind: str, number: int) -> Edit | None:
    """The edit of a kind in a site as it was made, with a mark of its own for each number; None where it has none."""
    mark = "Changed" + "".join("abcdefghij"[int(digit)] for digit in f"{number:03}")
    if kind == TERM:
        return _term_added(site)
    if kind == ACTOR:
        return _renamed(site, "actors", mark)
    article = _middle(site, site.generator.articles)
    if article is None:
        return None
    if kind == TITLE:
        return _renamed(site, "articles", mark)
    if kind == TEMPLATE:
        return _template_edited(site, article, mark)
    text = article.read_text(encoding="utf-8")
    return Edit(site, article, text, _with_sentence(text, f"It was {mark} now."), _route("articles", article), mark)


def mistaken(site: Site, number: int) -> Edit | None:
    """An edit of a body that refers to something that is not there; the finding tells its `mark`."""
    plain = edit(site, BODY, number)
    if plain is None or plain.before is None:
        return None
    mark = plain.mark.lower()
    return Edit(site, plain.file, plain.before, _with_sentence(plain.before, f"See [[{mark}]]."), plain.route, mark)


def _with_sentence(text: str, sentence: str) -> str:
    """A Markdown file with a sentence more in the paragraph before its first heading."""
    return text.replace("\n\n## ", f" {sentence}\n\n## ", 1)


def _renamed(site: Site, folder: str, mark: str) -> Edit | None:
    file = _middle(site, site.generator.articles if folder == "articles" else site.generator.actors)
    if file is None:
        return None
    text = file.read_text(encoding="utf-8")
    after = re.sub(_NAME, rf"\g<0>{mark} ", text, count=1, flags=re.MULTILINE)
    return Edit(site, file, text, after, _route(folder, file), mark)


def _term_added(site: Site) -> Edit | None:
    if site.term is None:
        return None
    path, text = site.generator.term(site.term)
    return Edit(site, site.folder / path, None, text, f"glossary/{site.term.id}/", site.term.name)


def _template_edited(site: Site, article: Path, mark: str) -> Edit:
    """A paragraph more in the template of articles. A site of ours has the theme's until it gets its own."""
    file = site.folder / site.generator.template
    before = file.read_text(encoding="utf-8") if file.is_file() else None
    text = before or (CLONE / site.generator.template).read_text(encoding="utf-8")
    after = re.sub("</article>|</main>", rf"<p>{mark}</p>\g<0>", text, count=1)
    return Edit(site, file, before, after, _route("articles", article), mark)


def _middle(site: Site, pattern: str) -> Path | None:
    """The file in the middle of those of a pattern, translations left aside."""
    files = sorted(file for file in site.folder.glob(pattern) if "." not in file.stem and file.stem != "index")
    return files[len(files) // 2] if files else None


def _route(folder: str, file: Path) -> str:
    return f"{folder}/{file.parent.name if file.stem == '_index' else file.stem}/"
