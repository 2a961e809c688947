"""From documents to knowledge: entities, backings, and the errors between them."""

from backstory.modelling.stage import model

__all__ = ["model"]
