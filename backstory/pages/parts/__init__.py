"""What several kinds of page show: frozen views and the functions that make them.

body, prose_html                    an author's text, with links, marks, notes and embeds filled in
plain_text                          an author's text as plain words
cards                               the card that opens over a name
citations, numbered_citations       notes and the list of sources; their numbers, given when a page is complete
backing_list, backings_by_side, large_networks, time_strips, year_links
                                    who backs whom: rows, groups, drawings, strips, years
attribution, speakers               who says that a tie is so, in words; who speaks, in which role
claim_rows, event_rows, correction_rows, relation_rows
                                    rows of claims, events, corrections, relations
two_voices                          who says so and who denies it, alike
conflict_sides, article_cast, appearances, facts, article_items, start_links
                                    sides, actors of a story, where an entity appears, facts in brief, lists
figures                             drawings as a page shows them
az_index                            an index from A to Z, on one page or several
breadcrumbs, translations, reading_time
                                    the way up, versions in other languages, minutes to read
search_jsonld, jsonld_nodes         what search engines read in a page's head
"""
