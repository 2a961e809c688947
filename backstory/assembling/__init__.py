"""Documents to knowledge: entities, backings, and the errors between them.

assemble           the stage itself: calls the others in order
entities           one entity for each id, with its translations
ids_of_names       a name where an id is due
translating        a translation laid over its original
stated_backings    every backing that some file states
merge_backings     several records of one backing made one
selected_backings  the backings that an article shows
basis              what a backing rests on, and how those named have answered
affiliations       who belongs to whom, who is on which side, what relays what
unreadable         backings that could not be read, so that no rule calls them missing
yaml_doubt         which errors stay quiet after a mistake of YAML that may have caused them
"""

from backstory.assembling.assemble import is_future, model

__all__ = ["is_future", "model"]
