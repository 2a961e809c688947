"""Making files for authors: a new site, a new file, records from a table. Nothing that exists is ever overwritten."""

from backstory.authoring.fault import AuthoringFault
from backstory.authoring.importing import KINDS, import_folder, import_table
from backstory.authoring.init import init
from backstory.authoring.new import new
from backstory.authoring.origin import Origin, origin

__all__ = ["KINDS", "AuthoringFault", "Origin", "import_folder", "import_table", "init", "new", "origin"]
