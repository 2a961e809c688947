"""What every page is made with.

planner       the plan of a site: which pages and files there are, each with a route of its own
site          the knowledge, the links and the options, as planners see them
page_builder  what the parts of one page depend on: its route, language and marks, and the links from it
page_frame    the head, navigation and foot of every page
card_address  which pages have a share card, and where it is
routes        where the pages are, and how one links to another
entity_links  names of entities as links
page_text, quote_marks, date_views, kind_labels, side_marks, index_groups
              texts, dates, labels, marks and groups as templates see them
"""
