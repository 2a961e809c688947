"""References find their targets; one that leads nowhere is reported where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote

from backstory.diagnostics import Diagnostic, Span, report
from backstory.language.names import did_you_mean, fold
from backstory.linking.paths import Paths
from backstory.linking.targets import BARE, Directory, as_typed, composed
from backstory.records import new_file_links
from backstory.records.entity import Entity
from backstory.records.links import Target, ToAddress, ToAnchor, ToEmbed, ToEntity, ToSources
from backstory.records.prose import Prose, Reference, ReferenceKind
from backstory.values.keys import KIND_OF_PREFIX, Key, Kind
from backstory.values.placeholders import is_placeholder_id
from backstory.values.record import Record

_LISTED = 8
EMBEDS = ("backers", "timeline", "map")
_EMBEDDED = (Kind.CLAIM, Kind.EVENT)
_FOLDERS = {kind.value: kind for kind in Kind}

Answer = tuple[Target | None, tuple[Diagnostic, ...]]


class Place(Record, frozen=True):
    """Where a reference stands: the text, the language of its page, and whether that page is published.

    Without `guesses` nothing is said of what a reference that leads nowhere may have meant.
    """

    prose: Prose
    lang: str
    published: bool = True
    guesses: bool = True


class Resolver:
    """Finds what references lead to."""

    def __init__(self, directory: Directory, paths: Paths) -> None:
        """A resolver over the entities and files of a site."""
        self.directory = directory
        self.paths = paths
        self._anchors: dict[int, tuple[Prose, dict[str, str]]] = {}

    def target(self, reference: Reference, place: Place) -> Answer:
        """The target of one reference, or None with the reason at its place."""
        match reference.kind:
            case ReferenceKind.WIKILINK:
                return self._wikilink(reference, place)
            case ReferenceKind.EMBED:
                return self._embed(reference, place)
            case ReferenceKind.CITATION:
                return self._citation(reference, place)
        found = self.paths.target(reference, guesses=place.guesses)
        if isinstance(found, Diagnostic):
            return None, (found,)
        if reference.kind is ReferenceKind.IMAGE and isinstance(found, ToAddress):
            return found, (_remote(reference),)
        if isinstance(found, ToAnchor):
            return self._here(reference, place)
        if isinstance(found, Key):
            return self._file(reference, found, place)
        return found, ()

    def _wikilink(self, reference: Reference, place: Place) -> Answer:
        if not reference.target:
            return self._here(reference, place)
        kinds, wanted = self._asked(reference.target)
        if not kinds:
            return None, (self._unknown_prefix(reference),)
        keys = self.directory.meant(wanted, kinds)
        if len(keys) == 1:
            return self._reached(reference, keys[0], place, as_typed(self.directory.entity(keys[0]), wanted))
        if keys:
            return None, (self._several(reference, keys, place),)
        if self.directory.broken(wanted, kinds):
            return None, ()
        return None, (self._missing(reference, wanted, kinds, place),)

    def _asked(self, target: str) -> tuple[tuple[Kind, ...], str]:
        """The kinds a target may be of, and what it is called; no kind for a prefix there is not."""
        prefix, colon, rest = target.partition(":")
        if colon and prefix.strip().lower() in KIND_OF_PREFIX:
            return (KIND_OF_PREFIX[prefix.strip().lower()],), rest.strip()
        if colon and not self.directory.meant(target.strip(), BARE) and prefix.isascii() and " " not in prefix:
            return (), rest.strip()
        bare = target.strip().removesuffix(".md")
        folder, slash, name = bare.rpartition("/")
        if slash and not self.directory.meant(bare, BARE):
            kind = _FOLDERS.get(folder.rpartition("/")[2])
            return (kind,) if kind else BARE, name
        return BARE, bare

    def _reached(self, reference: Reference, key: Key, place: Place, words: str = "") -> Answer:
        if self.directory.withheld(key) and place.published:
            return None, (_withheld(reference, key),)
        entity = self.directory.entity(key)
        broken = key in self.directory.knowledge.broken
        if not reference.anchor or entity is None:
            return None if broken else ToEntity(key, words=words), ()
        texts = _texts(entity, place.lang)
        anchor = self._anchor(reference.anchor, texts)
        if broken and (anchor or not texts):
            return None, ()
        if anchor:
            return ToEntity(key, anchor, words), ()
        return None, (_no_anchor(reference, texts, entity.path, guesses=place.guesses),)

    def _here(self, reference: Reference, place: Place) -> Answer:
        anchor = self._anchor(reference.anchor, [place.prose])
        if anchor or not reference.anchor:
            return ToAnchor(anchor), ()
        return None, (_no_anchor(reference, [place.prose], "this page", guesses=place.guesses),)

    def _anchor(self, wanted: str, texts: list[Prose]) -> str:
        """The anchor meant by an id, or by the words of a heading; "" for none."""
        exact, folded = f"#{composed(unquote(wanted))}", fold(unquote(wanted))
        books = [self._book(prose) for prose in texts]
        return next((book[name] for name in (exact, folded) for book in books if name in book), "")

    def _book(self, prose: Prose) -> dict[str, str]:
        """The anchors of a text: by their ids, with a sign before them, and by the folded words of their headings."""
        if id(prose) not in self._anchors:
            book: dict[str, str] = {}
            for anchor in prose.ids:
                book.setdefault(f"#{composed(anchor)}", anchor)
            for anchor, text in _anchors([prose]):
                for name in (fold(anchor), fold(text), fold(text).replace(" ", "-")):
                    book.setdefault(name, anchor)
            self._anchors[id(prose)] = prose, book
        return self._anchors[id(prose)][1]

    def _file(self, reference: Reference, key: Key, place: Place) -> Answer:
        """A link to a content file that is there, by its path."""
        if self.directory.entity(key) is not None:
            return self._reached(reference, key, place)
        if key in self.directory.knowledge.broken:
            return None, ()
        return None, (self._missing(reference, key.id, (key.kind,), place),)

    def _embed(self, reference: Reference, place: Place) -> Answer:
        target = reference.target.strip()
        if target in EMBEDS:
            return ToEmbed(target), ()
        kinds, wanted = self._asked(target)
        if len(kinds) == 1 and kinds[0] in _EMBEDDED:
            return self._wikilink(reference, place)
        claims = self.directory.meant(wanted, _EMBEDDED) if len(kinds) != 1 else ()
        instead = next((str(key) for key in claims), "") or "".join(did_you_mean(target, EMBEDS))
        hint = "only these can be embedded: `![[claim:…]]`, `![[event:…]]`, `![[backers]]`, `![[timeline]]`, `![[map]]`"
        if "." in target:
            hint = "an image is written `![what it shows](../images/name.jpg)`"
        message = f"`{target}` cannot be embedded"
        return None, (report("E303", message, reference.target_span, instead=instead, hint=hint),)

    def _citation(self, reference: Reference, place: Place) -> Answer:
        cited: list[tuple[Key, str]] = []
        found: list[Diagnostic] = []
        for each in reference.cited:
            keys = self.directory.meant(each.source, (Kind.SOURCE,))
            if len(keys) == 1:
                cited.append((keys[0], each.locator))
            elif is_placeholder_id(each.source) and not place.published:
                continue  # of a draft that is still to be written
            elif not self.directory.broken(each.source, (Kind.SOURCE,)):
                missing = Reference(reference.kind, each.source, each.span, each.span)
                found.append(
                    self._several(missing, keys, place)
                    if keys
                    else self._missing(missing, each.source, (Kind.SOURCE,), place)
                )
        return (ToSources(tuple(cited)) if cited else None), tuple(found)

    def _missing(self, reference: Reference, wanted: str, kinds: tuple[Kind, ...], place: Place) -> Diagnostic:
        """Nothing is called so: with what it may have meant, and how to make it."""
        kind = kinds[0]
        near = self.directory.nearest(wanted, kinds) if place.guesses else None
        elsewhere = self.directory.meant(wanted, tuple(Kind)) if near is None else ()
        instead, label = "", ""
        if near:
            name = self.directory.name(near[1], place.lang)
            prefix = reference.target.removesuffix(wanted) if reference.target.endswith(wanted) else ""
            prefix = "@" if reference.kind is ReferenceKind.CITATION else prefix
            instead, label = prefix + near[0], "" if near[0] == name else f" ({name})"
        elif elsewhere:
            instead = str(elsewhere[0])
        noun = kind.noun if len(kinds) == 1 else "actor, term, conflict, article or place"
        hint = f"{new_file_links.command(kind, wanted)}"
        if reference.kind is ReferenceKind.CITATION:
            hint = f"sources are the files in content/sources/ · {hint}"
        elif len(kinds) == 1:
            hint = f"{_plural(kind)} are the files in content/{kind.value}/ · {hint}"
        link = new_file_links.address(self.directory.knowledge.site.repository, kind, wanted)
        code = "E302" if reference.kind is ReferenceKind.CITATION else "E301"
        message = f"no {noun} is called `{wanted}`"
        return report(code, message, reference.target_span, instead=instead, label=label, hint=hint, link=link)

    def _several(self, reference: Reference, keys: tuple[Key, ...], place: Place) -> Diagnostic:
        options = [f"`{key}` ({self.directory.name(key, place.lang)})" for key in sorted(keys)]
        hint = f"say which: {' or '.join(options)}"
        message = f"`{reference.target}` is the name of {len(keys)} entities"
        return report("E304", message, reference.target_span, label="which one?", hint=hint)

    def _unknown_prefix(self, reference: Reference) -> Diagnostic:
        prefix, _, rest = reference.target.partition(":")
        near = did_you_mean(prefix, KIND_OF_PREFIX)
        instead = f"{near[0]}:{rest}" if near else ""
        hint = f"the prefixes are {', '.join(f'`{each}:`' for each in KIND_OF_PREFIX)}"
        return report("E305", f"no kind has the prefix `{prefix}:`", reference.target_span, instead=instead, hint=hint)


def _remote(reference: Reference) -> Diagnostic:
    message = "this picture stands on another site, and no page loads anything from others: readers get a link"
    hint = "save it below content/, where its licence allows that, and show that file; or write a link"
    return report("W318", message, reference.target_span, hint=hint)


def _withheld(reference: Reference, key: Key) -> Diagnostic:
    hint = "publish it (its `draft` or its `date` holds it back), or write the words without a link until it is out"
    message = f"`{key.id}` is a draft or lies in the future, so this link would lead nowhere"
    return report("E306", message, reference.target_span, hint=hint)


def _texts(entity: Entity[object], lang: str) -> list[Prose]:
    """The texts of an entity as shown in `lang`, the body first."""
    fields = dict.fromkeys(["body", *(field for field, _ in entity.texts)])
    found = (entity.text(field, lang) for field in fields)
    return [prose for prose in found if prose is not None]


def _anchors(texts: list[Prose]) -> Iterator[tuple[str, str]]:
    for prose in texts:
        yield from ((heading.id, heading.text) for heading in prose.headings)
        yield from ((anchor, anchor) for anchor in prose.ids)


def _no_anchor(reference: Reference, texts: list[Prose], where: str, *, guesses: bool) -> Diagnostic:
    first = (anchor for anchor, _ in _anchors(texts))
    anchors = list(dict.fromkeys(first if guesses else islice(first, 2 * _LISTED)))
    near = did_you_mean(reference.anchor, anchors) if guesses else ()
    listed = ", ".join(f"`#{anchor}`" for anchor in anchors[:_LISTED])
    hint = f"the headings there are {listed}" if anchors else "no heading stands there"
    message = f"`#{reference.anchor}` is no heading of {where}"
    span = _with_anchor(reference)
    if span is None:
        label = f"did you mean `#{near[0]}`?" if near else ""
        return report("E307", message, reference.target_span, label=label, hint=hint)
    return report("E307", message, span, instead=f"{reference.target}#{near[0]}" if near else "", hint=hint)


def _with_anchor(reference: Reference) -> Span | None:
    """The place of target and anchor together; None where more may stand between them."""
    span, target = reference.span, reference.target_span
    if reference.kind is not ReferenceKind.WIKILINK:
        return target
    parts = [f"{reference.target}#{reference.anchor}", *([reference.label] if reference.label else [])]
    if span.line != span.end_line or span.end_column - span.column != len("|".join(parts)) + 4:
        return None
    return target._replace(end_column=target.column + len(parts[0]))


def _plural(kind: Kind) -> str:
    return "terms" if kind is Kind.TERM else f"{kind.noun}s"
