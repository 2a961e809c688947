"""Reading: the site folder as a snapshot, and each of its files as documents."""

from backstory.reading.discover import Theme, discover
from backstory.reading.files import ChangedError, load, settings
from backstory.reading.read import ProseReader, documents, given_up

__all__ = ["ChangedError", "ProseReader", "Theme", "discover", "documents", "given_up", "load", "settings"]
