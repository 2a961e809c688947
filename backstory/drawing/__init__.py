"""Drawings: who backs whom, when, and where, as SVG made from small plain records."""
