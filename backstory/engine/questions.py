"""Questions that work asks while it is done: asked again and answered alike, the work need not be done again.

Verifying traces, as in Build Systems à la Carte (Mokhov, Mitchell and Peyton Jones 2018).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Questions:
    """Notes what the work under way asks. A question is a text: the name of a table, a space, and the key asked for."""

    def __init__(self) -> None:
        """Nothing asked yet."""
        self.asked: set[str] = set()
        self._made: dict[object, tuple[Any, frozenset[str]]] = {}

    def standing(self, changed: Collection[str]) -> Questions:
        """A new notebook that keeps what was made once, but for what asked a question of those `changed`.

        Another thread may be at work with this one.
        """
        other = Questions()
        other._made = {key: made for key, made in self._made.copy().items() if made[1].isdisjoint(changed)}
        return other

    @contextmanager
    def apart(self) -> Iterator[set[str]]:
        """Note what is asked meanwhile in the set this gives, and nowhere else."""
        before, self.asked = self.asked, set()
        try:
            yield self.asked
        finally:
            self.asked = before

    def once(self, key: object, make: Callable[[], V]) -> V:
        """What `make` gives, made for the first who asks; what it asked counts as asked by all who use it."""
        if key not in self._made:
            with self.apart() as asked:
                value = make()
            self._made[key] = value, frozenset(asked)
        value, questions = self._made[key]
        self.asked |= questions
        return value


class Table(Mapping[K, V], Generic[K, V]):
    """A mapping that notes each key asked for; who goes through all of it asks the question `*`."""

    def __init__(self, name: str, held: Mapping[K, V], questions: Questions, spelt: Callable[[K], str] = str) -> None:
        """`held` under a name, its keys `spelt` in the questions."""
        self._name, self._held, self._questions, self._spelt = name, held, questions, spelt
        self._question: dict[K, str] = {}

    def __getitem__(self, key: K) -> V:
        self._ask(key)
        return self._held[key]

    def __contains__(self, key: object) -> bool:
        self._ask(key)  # type: ignore[arg-type] # of another type it is no key, and spelt all the same
        return key in self._held

    def __iter__(self) -> Iterator[K]:
        self._questions.asked.add(f"{self._name} *")
        return iter(self._held)

    def __len__(self) -> int:
        self._questions.asked.add(f"{self._name} *")
        return len(self._held)

    def _ask(self, key: K) -> None:
        question = self._question.get(key)
        if question is None:
            question = self._question[key] = f"{self._name} {self._spelt(key)}"
        self._questions.asked.add(question)
