"""From documents to knowledge: entities, backings, and the errors between them."""

from backstory.assembling.assemble import model

__all__ = ["model"]
