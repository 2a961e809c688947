"""The records that cross stages: frozen, plain, and free of any idea of files, HTML or the network.

snapshot             the files of the site folder and their digests
document, prose      a file as read: its fields with their places, its text with holes for references
blocks               the paragraphs, cells and items of a prose, each as the string that a reader sees
entity, entity_names
                     an entity of the site, and the names it may be called by
backing              who backs whom, with what, when, on what basis
positions            positions in time: their order, which still stand, how they answer
claim_status         how a claim stands, derived from its positions
sides                the sides of a conflict over time
source_independence  which of several sources are one voice
boundaries           borders on the map, the world's and a site's own
knowledge            everything a site knows
links                references resolved, names found, backlinks
plan                 the drafts of pages and files, and the files to copy
new_file_links       the command and the GitHub page that make a missing file
"""
