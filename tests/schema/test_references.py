"""What a record names is found by its annotations."""

from __future__ import annotations

from typing import Annotated, Any, get_args, get_origin

from backstory.schema.base import Shape
from backstory.schema.references import references
from backstory.schema.types import Ref
from tests.assembling.given import knowledge


def test_the_id_of_a_side_refers_to_nothing() -> None:
    known = knowledge("-- conflicts/a.md --\nname: A\nsides:\n  id: one\n  label: One\n")
    assert references(known.conflicts["a"].fields) == []


def unmarked(annotation: Any) -> bool:
    """Whether an annotation holds a Ref that says no kind."""
    if annotation is Ref:
        return True
    return get_origin(annotation) is not Annotated and any(unmarked(each) for each in get_args(annotation))


def test_every_reference_in_a_schema_says_whose_id_it_is() -> None:
    waiting: list[type[Shape]] = [Shape]
    names = set()
    while waiting:
        shape = waiting.pop()
        waiting += shape.__subclasses__()
        for name, info in shape.model_fields.items():
            if not info.metadata and unmarked(info.annotation):
                names.add((shape.__name__, name))
    assert names == {("Side", "id"), ("BackingFields", "id"), ("ListedBacking", "id"), ("SiteFields", "lead")}
