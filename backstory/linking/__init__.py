"""Linking: references find their targets, names find their pages, and pages learn who mentions them."""

from backstory.linking.stage import link

__all__ = ["link"]
