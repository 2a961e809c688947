"""Backstory: a static site generator for explainers on contested matters."""

__version__ = "0.1.0"
