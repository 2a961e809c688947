"""The live preview: the site as it would be published, rebuilt while you write.

livereload's and watchfiles' doorway.
"""
