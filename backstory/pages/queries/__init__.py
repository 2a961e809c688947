"""What pages ask of the knowledge. Nothing here makes HTML.

article_dates, article_subjects  when an article last changed; what it is about
cited_by, record_index           which records rest on a source; which name an actor, a place or a claim
evidence_years, tie_grouping     in which years a support is evidenced; which records are one tie
stated_positions, iris           the positions on record and their lasting names; the addresses of things
sorting                          in what order ties and claims are listed
"""
