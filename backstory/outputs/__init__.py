"""Everything the site publishes that is no page of its own.

exports       the dataset under /data/: CSV, FollowTheMoney, GEXF, JSON-LD, UCDP, and the page that describes them
feeds         explainers and corrections as Atom and JSON Feed
sitemap       every page that search engines may list
robots        robots.txt
redirects     small pages at the old addresses of what has moved
share_cards   the pictures that networks and messengers show beside a link
copied_files  the theme's assets, content/static/, and files that texts link or show
"""

from __future__ import annotations

from backstory.outputs import copied_files, exports, feeds, redirects, robots, share_cards

_MADE = (exports, feeds, robots, redirects, share_cards, copied_files)
PLANNERS = tuple(each.PLANNER for each in _MADE)

__all__ = ["PLANNERS"]
