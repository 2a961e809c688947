"""HTML that is finished: a template prints it as it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Html:
    """Finished, safe HTML. Jinja's autoescape honours `__html__`, so no template needs to mark anything safe."""

    text: str

    def __html__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)
