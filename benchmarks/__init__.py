"""Benchmarks: Backstory beside other site generators, on equal sites. One command: `python -m benchmarks --help`.

__main__.py         the command
corpus.py           an invented site of any size; corpus_words.py has its words
dated_backings.py   an invented dataset of dated backings
files.py            the files that are made
generators/         the generators compared, a module each
themes/             their templates and settings
install.py          their packages
site_folder.py      a corpus as a site folder of a generator
edits.py            the changes that are measured
processes.py        what a command costs
builds.py           builds, in turn
previews.py         the preview, from save to page
results.py          what was measured, kept between runs
report.py           the tables
profile.py          where the time of a cold build goes
"""
