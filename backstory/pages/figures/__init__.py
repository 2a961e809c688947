"""Figures: what the records say, drawn; who backs whom, when it held, and where it happened."""

from __future__ import annotations

from backstory.pages.figures.figure import Figure
from backstory.pages.figures.maps import map_of
from backstory.pages.figures.networks import Cluster, around, clusters, network

__all__ = ["Cluster", "Figure", "around", "clusters", "map_of", "network"]
