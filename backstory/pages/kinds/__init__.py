"""The kinds of page, a module each: a frozen view record, and a planner that gives the pages and their routes.

home, article, actor, conflict, claim, term, source, backers, year_pages, corrections_page, site_pages, search,
not_found
"""
