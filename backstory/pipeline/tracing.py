"""What drafts ask of the links of a site, noted, so that a later build composes only those with another answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from backstory.engine import fingerprint, traces
from backstory.engine.questions import Questions
from backstory.engine.store import Store
from backstory.engine.traces import DraftTrace, Trace, Tracing
from backstory.linking.relink import LinkedSite
from backstory.pipeline.discovery import Discovery
from backstory.pipeline.noting import Noting, Planning, spelt
from backstory.pipeline.request import Request
from backstory.records.knowledge import Knowledge
from backstory.records.plan import Outline
from backstory.values.record import Decoder, canonical, encode

_TRACE: Decoder[Trace] = Decoder(Trace)
_OUTLINES: Decoder[tuple[Outline, ...]] = Decoder(tuple[Outline, ...])


@dataclass(frozen=True, slots=True)
class Traced:
    """What drafts ask in this build, and what the last build was told.

    `facts` is the digest of all that drafts see beside the links; `answer` gives the digest of a question's answer.
    `last` is empty where the facts are others; `changed` are the numbers of its questions that have another answer.
    """

    noting: Noting
    facts: str
    answer: traces.Answer
    last: Trace
    changed: frozenset[int]

    @property
    def plannings(self) -> Mapping[int, Planning]:
        """What the planners planned that need not be asked again."""
        found = {}
        for number, each in traces.planners_standing(self.last, self.changed).items():
            asked = frozenset(self.last.questions[at] for at in each.questions)
            found[number] = Planning(asked, _OUTLINES.decode(each.planned))
        return found

    def standing(self, template: Callable[[str], str]) -> Mapping[str, DraftTrace]:
        """The drafts of the last build that need not be made again; `template` gives a template's digest."""
        return traces.standing(self.last, self.changed, template)

    def tracing(self) -> Tracing:
        """The trace of this build, which has what planners asked."""
        tracing = Tracing(self.last)
        for number, each in self.noting.plannings.items():
            if each.drafts is not None:
                tracing.note_planner(number, each.asked, encode(each.drafts))
        return tracing


def traced(linked: LinkedSite, facts: str, output: str, store: Store) -> Traced:
    """The links of a site with their questions noted from here on. `output` names the folder that is built."""
    blob = store.get("trace", output)
    last = _TRACE.decode(blob) if blob is not None else Trace()
    if last.facts != facts:
        last = Trace()
    answer = _answers(linked)
    return Traced(Noting(linked, Questions()), facts, answer, last, traces.changed(last, answer))


def changed_questions(before: LinkedSite, after: LinkedSite) -> frozenset[str]:
    """The questions that have another answer after some texts were linked anew, no text having come or gone."""
    changed: set[str] = set()
    for place in after.anew:
        then, now = before.before.texts[place], after.before.texts[place]
        if then.digest != now.digest:
            changed.update((f"text {spelt(now.text)}", "text *"))
        if then.names != now.names:
            changed.update((f"naming {spelt(now.text)}", "naming *"))
        pointed = {(to.key, to.digest) for to in then.pointed} ^ {(to.key, to.digest) for to in now.pointed}
        changed.update(f"backlinks {key}" for key, _ in pointed)
        if pointed:
            changed.add("backlinks *")
    return frozenset(changed)


def keep(store: Store, output: str, trace: Trace) -> None:
    """Keep the trace of a build for the next one into that folder."""
    store.put("trace", output, encode(trace))


def facts(request: Request, seen: Discovery, files: Mapping[str, str], knowledge: Knowledge) -> str:
    """The digest of all that drafts see beside the links of a site.

    `files` are the digests of what content files say but for their prose. The day decides only what is withheld.
    """
    snapshot = seen.snapshot
    return fingerprint.digest(
        canonical(
            (
                request.base_url, request.offline, seen.settings, files,
                {path: file.digest for path, file in snapshot.files.items()},
                {name: digest for name, (_, digest) in snapshot.assets.items()}, [*knowledge.withheld],
            )
        )
    )  # fmt: skip


def _answers(linked: LinkedSite) -> traces.Answer:
    """The digest of the answer to a question about the links of a site."""
    texts: dict[str, bytes] = {}
    naming: dict[str, bytes] = {}
    backlinks: dict[str, list[bytes]] = {}
    for each in linked.before.texts.values():
        if each.text in linked.links.texts:
            key = spelt(each.text)
            texts[key], naming[key] = each.digest, each.names
            for to in each.pointed:
                backlinks.setdefault(str(to.key), []).append(to.digest)

    def answer(question: str) -> bytes:
        table, _, key = question.partition(" ")
        if key == "*":
            return _joined(naming.values() if table == "naming" else texts.values())
        if table == "backlinks":
            return _joined(backlinks.get(key, ()))
        return (naming if table == "naming" else texts).get(key, b"")

    return answer


def _joined(digests: Iterable[bytes]) -> bytes:
    return fingerprint.digest(b"".join(digests)).encode()
