"""Fewer points for the same line (Douglas and Peucker 1973)."""

from __future__ import annotations

from collections.abc import Sequence

Point = tuple[float, float]


def simplified(points: Sequence[Point], tolerance: float) -> list[Point]:
    """The points without those nearer than `tolerance` to the line that remains; the ends stay."""
    if len(points) < 3:
        return list(points)
    kept = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        far, distance = _farthest(points, first, last)
        if distance > tolerance * tolerance:
            kept.add(far)
            spans += [(first, far), (far, last)]
    return [points[place] for place in sorted(kept)]


def _farthest(points: Sequence[Point], first: int, last: int) -> tuple[int, float]:
    """The point farthest from the chord, and its distance squared; from the start itself where a ring closes there."""
    (ax, ay), (bx, by) = points[first], points[last]
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    best, far = 0.0, first
    for place in range(first + 1, last):
        x, y = points[place][0] - ax, points[place][1] - ay
        ahead = x * dx + y * dy
        if ahead <= 0:
            distance = x * x + y * y
        elif ahead >= length:
            distance = (x - dx) * (x - dx) + (y - dy) * (y - dy)
        else:
            aside = x * dy - y * dx
            distance = aside * aside / length
        if distance > best:
            best, far = distance, place
    return far, best
