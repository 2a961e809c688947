"""`changes`: what a change of the files changes in what the site says.

revisions     the site as git has it at a revision, in a private folder
statements    what a site says: its ties, claims, pages, names linked, and the facts it gives
difference    the statements of two states -> what changed, as records
report        these in words: for a terminal, in Markdown, as JSON
"""

from backstory.comparing.changes import changes
from backstory.comparing.report import as_json, as_markdown, as_text

__all__ = ["as_json", "as_markdown", "as_text", "changes"]
