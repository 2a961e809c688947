"""Linking: references find their targets, names find their pages, and pages learn who mentions them."""

from backstory.linking.link import link

__all__ = ["link"]
