"""The lists of the site, a module each.

actors_index, articles_index, claims_index, conflicts_index, sources_index, glossary, places, timeline, topics
"""
