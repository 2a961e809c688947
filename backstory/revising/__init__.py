"""Changing what a site's files say: an id renamed, two entities merged, one retired. All of a change is done or none.

open_site     the site as its files say it, refused where they cannot be read whole
written_ids   where the files name an entity by its id, and what to write there instead
own_files     the files and the entry of one entity: moved, deleted, added to
rename, merge, retire   the changes, each as edits of files
file_change   edits -> the bytes of files; the same as a diff
saving        writes these, all or, where it is ended half-way, the rest at the next command
"""

from backstory.revising.file_change import FileChange, diff
from backstory.revising.merge import merge
from backstory.revising.rename import rename
from backstory.revising.retire import retire
from backstory.revising.saving import finish, save

__all__ = ["FileChange", "diff", "finish", "merge", "rename", "retire", "save"]
