"""Reading: the site folder as a snapshot, and each of its files as documents.

What reads documents, `backstory.reading.documents`, is imported by name: it needs YAML and the schema, and a build
with nothing to do must not load them.
"""

from backstory.reading.discover import Theme, again, discover, passed_over
from backstory.reading.site_files import ChangedError, lines_of, load, settings

__all__ = ["ChangedError", "Theme", "again", "discover", "lines_of", "load", "passed_over", "settings"]
