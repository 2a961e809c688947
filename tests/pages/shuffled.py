"""The engine with the lines of its planners in another order: what they make must be the same."""

from __future__ import annotations

import ast
import random
import shutil
from pathlib import Path

from tests.published import CLONE

_PLANNERS = ("kinds", "indexes", "parts")
# The module that numbers is the one place where order counts.
_NUMBERS = "numbered_citations.py"


def engine(folder: Path, seed: int) -> Path:
    """A copy of the engine in `folder`, its planners shuffled by `seed`."""
    for name in ("backstory", "templates", "assets"):
        shutil.copytree(CLONE / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    chance = random.Random(seed)
    for name in _PLANNERS:
        for path in sorted((folder / "backstory/pages" / name).rglob("*.py")):
            if path.name == _NUMBERS:
                continue
            tree = _Shuffle(chance).visit(ast.parse(path.read_text(encoding="utf-8")))
            path.write_text(ast.unparse(ast.fix_missing_locations(tree)), encoding="utf-8")
    return folder


class _Shuffle(ast.NodeTransformer):
    """Shuffles the keywords that records are made with, and assignments that do not need each other."""

    def __init__(self, chance: random.Random):
        self._chance = chance

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id[:1].isupper():
            self._chance.shuffle(node.keywords)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.generic_visit(node)
        for _ in range(3 * len(node.body)):
            at = self._chance.randrange(len(node.body))
            if _may_swap(node.body[at : at + 2]):
                node.body[at : at + 2] = reversed(node.body[at : at + 2])
        return node


def _may_swap(pair: list[ast.stmt]) -> bool:
    """Whether these are two assignments of which neither sets a name that the other has."""
    if len(pair) < 2 or not all(isinstance(each, ast.Assign) for each in pair):
        return False
    one, other = ([each for each in ast.walk(part) if isinstance(each, ast.Name)] for part in pair)
    return not (_set(one) & {each.id for each in other} or _set(other) & {each.id for each in one})


def _set(names: list[ast.Name]) -> set[str]:
    return {each.id for each in names if isinstance(each.ctx, ast.Store)}
