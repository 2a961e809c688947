"""Figures: what the records say, drawn; who backs whom, when it held, and where it happened."""

from __future__ import annotations

from backstory.pages.parts.figures.figure import FigureView
from backstory.pages.parts.figures.maps import map_of
from backstory.pages.parts.figures.networks import ClusterFigure, around, clusters, network

__all__ = ["ClusterFigure", "FigureView", "around", "clusters", "map_of", "network"]
