"""Square brackets in a passage: links, images, wikilinks, citations and the uses of footnotes."""

from __future__ import annotations

import re

from backstory.language.names import did_you_mean
from backstory.reading.markdown import addresses, definitions, emphasis, html_tags, unread_brackets, wikilinks
from backstory.reading.markdown.atoms import Atom, OurHtml, PlacedText, WholeReference
from backstory.reading.markdown.definitions import Address, folded
from backstory.reading.markdown.inline_scan import LinkEdge, OpenBracket, Scan, unlinked
from backstory.records.prose import ReferenceKind

_NOTE = re.compile(r"\[\^([^\]\s\[]+)\]")


def exclamation(scan: Scan, at: int) -> int:
    """Reads from a `!`: an embed, the beginning of an image, or text."""
    text = scan.passage.text
    if not text.startswith("[", at + 1):
        scan.add("!", at)
        return at + 1
    if text.startswith("[[", at + 1) and (taken := wikilinks.link(scan.passage, at, scan.state)):
        scan.add(taken[0], at)
        return taken[1]
    return _open(scan, at, at + 2)


def opened(scan: Scan, at: int) -> int:
    """Reads from a `[`: a wikilink, a citation, the use of a footnote, or perhaps the beginning of a link."""
    text, after = scan.passage.text, scan.passage.text[at + 1 : at + 2]
    taken: tuple[Atom, int] | None = None
    if after == "[":
        taken = wikilinks.link(scan.passage, at, scan.state)
    elif after == "^" and (match := _NOTE.match(text, at)):
        taken = _footnote(scan, match)
    elif "@" in text:
        taken = wikilinks.citation(scan.passage, at, scan.state)
    if taken is None:
        return _open(scan, at, at + 1)
    scan.add(taken[0], at)
    return taken[1]


def closed(scan: Scan, at: int) -> int:
    """Reads from a `]`: the end of a link or an image, or text."""
    bracket = scan.brackets.pop() if scan.brackets else None
    address = _destination(scan, bracket, at) if bracket is not None and bracket.live else None
    if bracket is None or address is None:
        if bracket is not None and bracket.live:
            unread_brackets.tell(scan, bracket, at)
        scan.add("]", at)
        return at + 1
    emphasis.pair(scan.runs[bracket.runs :])
    del scan.runs[bracket.runs :]
    if bracket.image:
        _image(scan, bracket, address)
    else:
        _link(scan, bracket, address, at)
    return address.end


def _open(scan: Scan, at: int, end: int) -> int:
    scan.brackets.append(OpenBracket(at, end, len(scan.pieces), len(scan.runs), image=end - at == 2))
    scan.add(scan.passage.text[at:end], at)
    return end


def _footnote(scan: Scan, match: re.Match[str]) -> tuple[Atom, int] | None:
    state, uses = scan.state, scan.state.use_note(match[1])
    if uses is None:
        after = scan.passage.text[match.end() : match.end() + 1]
        if after != "(" and folded(f"^{match[1]}") not in state.links:
            near = did_you_mean(match[1], state.notes.values())
            hint = f"define it on a line of its own: `[^{match[1]}]: …`"
            instead = f"[^{near[0]}]" if near else ""
            span = scan.passage.span(match.start(), match.end())
            state.tell("E365", f"no footnote is called `{match[1]}`", span, instead=instead, hint=hint)
        return None
    anchor = uses.anchors[-1]
    opening = f'<sup class="footnote-ref" id="{anchor}"><a href="#{uses.anchor}">{_letters(uses.number)}</a></sup>'
    return OurHtml(opening, anchor=anchor), match.end()


def _letters(number: int) -> str:
    """The letters of a note, so that none is taken for the number of a source: a to z, then aa."""
    more, last = divmod(number - 1, 26)
    return (_letters(more) if more else "") + chr(ord("a") + last)


def _destination(scan: Scan, bracket: OpenBracket, at: int) -> Address | None:
    """Where the brackets lead: an address in round brackets, or a definition."""
    text, links = scan.passage.text, scan.state.links
    if text.startswith("(", at + 1) and (address := definitions.address_at(text, at + 1)):
        return address
    if not links and not text.startswith("[", at + 1):
        return None
    label, end = text[bracket.end : at], at + 1
    if second := definitions.label_at(text, at + 1):
        label, end = second[1] if second[1].strip() else label, second.end()
    elif text.startswith("[]", at + 1):
        end = at + 3
    if end == at + 1 and "[" in label.replace("\\[", ""):
        return None
    definition = links.get(folded(label))
    if definition is None:
        if end > at + 1:
            unread_brackets.tell_undefined(scan, bracket, at, label, end)
        return None
    return Address(definition.target, definition.title, at + 1 if end > at + 1 else bracket.end, end, end)


def _image(scan: Scan, bracket: OpenBracket, address: Address) -> None:
    alt = "".join(map(str, scan.pieces[bracket.piece + 1 :]))
    del scan.pieces[bracket.piece :], scan.offsets[bracket.piece :]
    passage, state = scan.passage, scan.state
    places = passage.span(bracket.start, address.end), passage.span(address.start, address.stop)
    if not alt.strip():
        html_tags.no_alt(passage, bracket.start, address.end, state)
    number = addresses.reference(ReferenceKind.IMAGE, address.target, places, state, label=alt, title=address.title)
    shown = OurHtml(text=PlacedText(alt, passage, bracket.end)) if number is None else WholeReference(number, alt)
    scan.add(shown, bracket.start)


def _link(scan: Scan, bracket: OpenBracket, address: Address, at: int) -> None:
    first, passage = bracket.piece, scan.passage
    inner = [unlinked(each) for each in scan.pieces[first + 1 :]]
    for earlier in scan.brackets:
        earlier.live = earlier.live and earlier.image
    label = "".join(map(str, inner))
    places = passage.span(bracket.start, address.end), passage.span(address.start, address.stop)
    number = addresses.reference(
        ReferenceKind.LINK, address.target, places, scan.state, label=label, title=address.title
    )
    if number is None:
        scan.pieces[first:] = inner
        del scan.offsets[first]
    else:
        scan.pieces[first:] = [LinkEdge(number), *inner]
        scan.add(LinkEdge(), at)
