"""What every page is made with.

planner       the plan of a site: which pages and files there are, each at a route of its own
site          what is known and linked, as a planner sees it
page_builder  one page while it is put together
page_frame    the head, navigation and foot of every page
routes        where pages stand, and how a link goes from one to another
page_text, quote_marks, date_views, kind_labels, side_marks, index_groups
              words, dates, labels, marks and groups as templates see them
"""
