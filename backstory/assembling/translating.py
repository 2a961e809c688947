"""A translation laid over its original: texts in another language join texts, facts stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from backstory.diagnostics import Diagnostic, Related, Span, report
from backstory.records.document import Document
from backstory.records.entity import Entity, Translation
from backstory.schema import salvage, validate
from backstory.schema.base import Placed
from backstory.schema.nested_fields import Alias
from backstory.schema.translation import TranslationFields, texts, translation_shape
from backstory.values.localized_text import Words
from backstory.values.located import Fields


def translated(original: Entity[Any], version: Document) -> tuple[Entity[Any], tuple[Diagnostic, ...]]:
    """The original with the texts of a version in another language; unchanged where the version has errors."""
    shape = translation_shape(original.key.kind)
    fields, errors = validate(shape, version.fields, lang=version.lang, head=version.head)
    given = texts(fields or salvage(shape, version.fields, lang=version.lang, name=version.key.id).record)
    clashes = tuple(_clashes(original.fields, given, version))
    if fields is None or clashes:
        return original, (*errors, *clashes)
    joined = {name: _joined(getattr(original.fields, name), text) for name, text in given.items()}
    merged = {**original.texts, **{where: version.prose[where] for where in sorted(version.prose)}}
    return replace(
        original,
        fields=original.fields.model_copy(update=joined),
        texts=merged,
        translations={**original.translations, version.lang: _translation(fields, version)},
    ), errors


def _translation(fields: TranslationFields, version: Document) -> Translation:
    rendered = str(fields.translates) if fields.translates else ""
    translator = fields.translator.own if fields.translator else ""
    dated = fields.translates.span if fields.translates else None
    return Translation(version.lang, version.path, version.head, rendered, translator, dated)


def _joined(mine: Any, theirs: Any) -> Any:
    """Texts with those of the other language: Words side by side, aliases after one another, lists in step."""
    if mine is None or mine == ():
        return theirs
    if isinstance(mine, Words):
        return mine.joined(theirs)
    if isinstance(mine, Placed):
        given = {name: text for name, text in theirs if isinstance(text, Words)}
        joined = {name: _joined(getattr(mine, name), text) for name, text in given.items()}
        return mine.model_copy(update=joined)
    if isinstance(mine[0], Alias):
        return mine + theirs
    return tuple(_joined(one, other) for one, other in zip(mine, theirs, strict=True))


def _clashes(original: Any, given: Mapping[str, Any], version: Document) -> Iterator[Diagnostic]:
    """What cannot be joined: a text that both files give in this language, lists of different lengths."""
    for name, theirs in given.items():
        mine = getattr(original, name)
        if isinstance(theirs, Placed):
            around = version.fields.get(name)
            places = around.keys_at if isinstance(around, Fields) else version.fields.keys_at
            inner = {key: text for key, text in theirs if isinstance(text, Words)}
            for key, text in inner.items():
                yield from _clash(getattr(mine, key, None), text, f"{name}.{key}", version, places[key])
        else:
            yield from _clash(mine, theirs, name, version, version.fields.keys_at[name])


def _clash(mine: Any, theirs: Any, name: str, version: Document, where: Span) -> Iterator[Diagnostic]:
    if isinstance(mine, Words) and mine.says(version.lang):
        message = f"`{name}` stands in `{version.lang}` in the original too"
        related = (Related(mine.span, f"here `{name}` is given in `{version.lang}`"),)
        yield report("E204", message, where, hint="keep one of the two", related=related)
    elif isinstance(mine, tuple) and mine and not isinstance(mine[0], Alias):
        if len(mine) != len(theirs):
            message = f"`{name}` has {len(theirs)} entries here and {len(mine)} in the original"
            hint = "translate the list entry by entry, in the same order"
            yield report("E216", message, where, hint=hint)
        else:
            for one, other in zip(mine, theirs, strict=True):
                yield from _clash(one, other, name, version, other.span)
