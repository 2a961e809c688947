"""graph.gexf: who backs whom as a graph over time, for Gephi and networkx (GEXF 1.2, which any release reads)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from xml.sax.saxutils import quoteattr

from backstory.language.dates import Edtf
from backstory.outputs.exports import cells, fallback_texts
from backstory.outputs.exports.backing_table import answers, letters
from backstory.outputs.exports.entity_columns import alias_texts
from backstory.outputs.exports.table import joined
from backstory.outputs.exports.xml_text import legal
from backstory.pages.core.site import Site
from backstory.records.backing import Backing
from backstory.schema.kind_fields import ActorFields
from backstory.schema.position import SupportGiven
from backstory.schema.types import When

_NODE = ("type", "wikidata", "names", "founded", "dissolved")
_EDGE = (
    "conflict",
    "via",
    "support",
    "support_details",
    "letters",
    "from",
    "to",
    "observed",
    "as_of",
    "basis",
    "response",
    "answers",
    "positions",
    "sources",
    "source_details",
    "note",
)


def written(site: Site) -> bytes:
    """The graph: a node for each actor, an edge for each backing, from the backer to the recipient."""
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">',
        '<graph mode="dynamic" defaultedgetype="directed" timeformat="date">',
        *_declared("node", _NODE),
        *_declared("edge", _EDGE),
        "<nodes>",
        *_nodes(site),
        "</nodes>",
        "<edges>",
        *(_edge(each, grades=site.knowledge.site.show_grades) for each in site.knowledge.backings),
        "</edges>",
        "</graph>",
        "</gexf>",
    ]
    return ("\n".join(parts) + "\n").encode()


def _declared(of: str, names: tuple[str, ...]) -> Iterator[str]:
    yield f'<attributes class="{of}" mode="static">'
    yield from (f'<attribute id="{name}" title="{name}" type="string"/>' for name in names)
    yield "</attributes>"


def _nodes(site: Site) -> Iterator[str]:
    for actor in site.knowledge.actors.values():
        name = actor.fields.name.pick(site.default)[0]
        fields = actor.fields
        values = (
            fields.type.value,
            fields.wikidata or "",
            joined(_other_names(fields, name)),
            cells.date(fields.founded),
            cells.date(fields.dissolved),
        )
        yield f"<node id={_quoted(actor.id)} label={_quoted(name)}>{_values(_NODE, values)}</node>"


def _other_names(fields: ActorFields, shown: str) -> list[str]:
    """The name in other languages, the abbreviation and the aliases."""
    names = [text for words in (fields.name, fields.abbreviation) if words for _, text in words.texts]
    names += alias_texts(fields.aliases)
    return [each for each in dict.fromkeys(names) if each != shown]


def _edge(backing: Backing, *, grades: bool) -> str:
    values = (
        backing.conflict or "",
        backing.via or "",
        joined([each.kind for each in backing.support]),
        joined(fallback_texts.of_supports(backing.support)),
        letters(backing),
        cells.date(backing.from_),
        cells.date(backing.to),
        joined(cells.dates(backing.observed)),
        cells.date(backing.as_of),
        backing.standing.basis,
        backing.standing.response,
        joined(answers(backing)),
        joined(fallback_texts.of_positions(backing.positions, grades=grades)),
        joined(cells.ids(backing.sources)),
        joined(cells.details(backing.sources)),
        cells.spoken(backing.note) if backing.note else "",
    )
    ends = f"source={_quoted(backing.backer)} target={_quoted(backing.recipient)}"
    return f"<edge id={_quoted(backing.id)} {ends}>{_values(_EDGE, values)}{_spells(backing)}</edge>"


def _values(names: Iterable[str], values: Iterable[str]) -> str:
    inner = "".join([f'<attvalue for="{name}" value={_quoted(value)}/>' for name, value in zip(names, values) if value])
    return f"<attvalues>{inner}</attvalues>" if inner else ""


def _spells(backing: Backing) -> str:
    """The days on which a tie can have been going on, where both ends are known; nothing past `as_of`.

    Where only a start is known, these are the days on which it can have begun. The dates as written are in the
    attributes.
    """
    as_of = _edtf(backing.as_of)
    dated: tuple[Backing | SupportGiven, ...] = (backing, *backing.support)
    found = {spell for record in dated for each in _periods(record, as_of) if (spell := _days(*each, as_of))}
    made = "".join([f'<spell start="{start}" end="{end}"/>' for start, end in sorted(found)])
    return f"<spells>{made}</spells>" if made else ""


def _periods(record: Backing | SupportGiven, as_of: Edtf | None) -> list[tuple[Edtf, Edtf]]:
    seen = [each.value for each in record.observed]
    found = [(each, end) for each in seen if (end := as_of if each.open_end else each)]
    start, end = _edtf(record.from_), _edtf(record.to)
    if end is not None and end.open_end:
        end = as_of
    first, last = start or end, end or start
    if first is not None and last is not None:
        found.append((first, last))
    return found


def _edtf(when: When | None) -> Edtf | None:
    return when.value if when else None


def _days(start: Edtf, end: Edtf, as_of: Edtf | None) -> tuple[str, str] | None:
    first, last = start.earliest, end.latest
    if last is not None and as_of is not None and as_of.latest is not None:
        last = min(last, as_of.latest)
    if first is None or last is None or last < first:
        return None
    return first.isoformat(), last.isoformat()


@lru_cache(maxsize=1 << 14)
def _quoted(text: str) -> str:
    """A value in quotes for XML; U+FFFD stands for characters that XML cannot hold."""
    return f'"{text}"' if _is_plain(text) else quoteattr(legal(text))


_is_plain = re.compile(r"[a-zA-Z0-9 .,:;~/-]*").fullmatch
