"""Drawings as pages show them: networks of who backs whom, and maps.

figure    a drawing with its key and its notes
networks  networks of backing
network_data
          the records as the drawing of a network takes them
maps      maps of places
"""

from __future__ import annotations

from backstory.pages.parts.figures.figure import FigureView
from backstory.pages.parts.figures.maps import map_of
from backstory.pages.parts.figures.networks import ClusterFigure, around, clusters, network

__all__ = ["ClusterFigure", "FigureView", "around", "clusters", "map_of", "network"]
