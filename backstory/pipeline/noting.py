"""The links of a site as planners and drafts see them: what these ask of the links is noted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from backstory.engine.questions import Questions, Table
from backstory.linking.relink import LinkedSite
from backstory.pages.core.planner import Planned, Planner
from backstory.pages.core.site import Site
from backstory.records.links import Links, ProseKey
from backstory.records.plan import Bytes, Draft, Outline, Page

Plan = Callable[[Site], Iterable[Planned]]


@dataclass(frozen=True, slots=True)
class Planning:
    """What a planner asked and the drafts that it planned; None where it planned something else too."""

    asked: frozenset[str]
    drafts: tuple[Outline, ...] | None


_NONE: Mapping[int, Planning] = MappingProxyType({})


class Noting:
    """The links of a site, what planners and drafts ask of them noted in `questions`.

    `plannings` tell of each planner, by its number, what it asked and planned; `planning` the questions that planners
    asked by the drafts they made: what they were told may stand in any of these.
    """

    def __init__(self, linked: LinkedSite, questions: Questions) -> None:
        """The links of `linked`, nothing asked of them yet."""
        links = linked.links
        self.questions = questions
        self.plannings: dict[int, Planning] = {}
        self.planning: dict[str, frozenset[str]] = {}
        self.links = Links(
            Table("text", links.texts, questions, spelt),
            Table("backlinks", links.backlinks, questions),
            links.passed,
            Table("naming", links.texts, questions, spelt),
        )

    def noted(self, planners: Iterable[Planner], before: Mapping[int, Planning] = _NONE) -> tuple[Planner, ...]:
        """The planners, their own questions noted.

        Those of `before` would plan again what they planned then, and are asked only when a draft of theirs is
        composed.
        """
        return tuple(
            replace(each, plan=self._as_before(number, each.plan, before[number]))
            if number in before
            else replace(each, plan=partial(self._planned, number, each.plan))
            for number, each in enumerate(planners)
        )

    def _planned(self, number: int, plan: Plan, site: Site) -> list[Planned]:
        with self.questions.apart() as asked:
            made = list(plan(site))
        if site.only is None:
            drafts = [
                Outline(each.routes, each.what.template, each.source) for each in made if isinstance(each.what, Draft)
            ]
            whole = len(drafts) == len(made)
            self.plannings[number] = Planning(frozenset(asked), tuple(drafts) if whole else None)
        if asked:
            self.planning.update((each.routes[0], frozenset(asked)) for each in made)
        return made

    def _as_before(self, number: int, plan: Plan, before: Planning) -> Plan:
        drafts = before.drafts or ()
        self.plannings[number] = before
        self.planning.update((each.routes[0], before.asked) for each in drafts)

        def planned(site: Site) -> Iterable[Planned]:
            late = _Late(lambda: self._planned(number, plan, site))
            return [
                Planned(Draft(each.routes, partial(late.compose, each.routes[0]), each.template), each.source)
                for each in drafts
            ]

        return planned


class _Late:
    """Drafts that are planned when the first of them is composed."""

    def __init__(self, plan: Callable[[], Iterable[Planned]]) -> None:
        self._plan = plan
        self._drafts: dict[str, Draft] = {}

    def compose(self, name: str) -> Iterable[Page | Bytes]:
        if not self._drafts:
            drafts = (each.what for each in self._plan() if isinstance(each.what, Draft))
            self._drafts = {each.routes[0]: each for each in drafts}
        return self._drafts[name].compose()


def spelt(key: ProseKey) -> str:
    """The key of a text in a question."""
    return f"{key.key} {key.field} {key.lang}"
