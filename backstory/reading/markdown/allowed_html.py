"""The HTML that authors may use: GitHub's list as the guide, without classes, styles, forms, frames and scripts."""

from __future__ import annotations

from functools import lru_cache

import nh3

_INLINE = (
    "a abbr b bdi bdo br cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strike strong sub sup "
    "time tt u var wbr"
)
_BLOCK = (
    "address article aside blockquote caption col colgroup dd details div dl dt figcaption figure footer h2 h3 h4 h5 "
    "h6 header hgroup hr li ol p pre section summary table tbody td tfoot th thead tr ul"
)
BLOCK_TAGS = frozenset(_BLOCK.split())
TAGS = frozenset(_INLINE.split()) | BLOCK_TAGS
ATTRIBUTES = {
    "*": frozenset({"dir", "id", "lang", "title"}),
    "a": frozenset({"href"}),
    "abbr": frozenset({"title"}),
    "blockquote": frozenset({"cite"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "del": frozenset({"cite", "datetime"}),
    "details": frozenset({"open"}),
    "ins": frozenset({"cite", "datetime"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"reversed", "start", "type"}),
    "q": frozenset({"cite"}),
    "td": frozenset({"colspan", "headers", "rowspan"}),
    "th": frozenset({"abbr", "colspan", "headers", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
}
ALIGNS = ("left", "center", "right")
ALERTS = ("note", "tip", "important", "warning", "caution", "disputed")
_ALIGNED = frozenset(f"align-{side}" for side in ALIGNS)
_CLASSES = {
    **dict.fromkeys(("p", "td", "th", "tr", "h2", "h3", "h4", "h5", "h6"), _ALIGNED),
    "div": _ALIGNED | {"alert"} | {f"alert-{kind}" for kind in ALERTS},
    "section": frozenset({"footnotes"}),
    "ul": frozenset({"tasks"}),
    "ol": frozenset({"tasks"}),
    "li": frozenset({"task"}),
}


def allows(tag: str, attribute: str) -> bool:
    """Whether `tag` may have `attribute`."""
    return attribute in ATTRIBUTES["*"] or attribute in ATTRIBUTES.get(tag, ())


def sanitised(html: str) -> str:
    """HTML that is whole and holds nothing but what is allowed."""
    return _cleaner().clean(html)


@lru_cache(maxsize=1)
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        allowed_classes={tag: set(names) for tag, names in _CLASSES.items()},
        tag_attribute_values={"div": {"role": {"note"}}},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        strip_comments=True,
    )
