"""Reading: the site folder as a snapshot, and each of its files as documents.

What reads documents, `backstory.reading.documents`, is imported by name: it needs YAML and the schema, and a build
with nothing to do must not load them.
"""

from backstory.reading.discover import Theme, again, discover, passed_over
from backstory.reading.regular_files import ChangedError, load, settings

__all__ = ["ChangedError", "Theme", "again", "discover", "load", "passed_over", "settings"]
