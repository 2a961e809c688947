"""The last stages: views become bytes through templates, and bytes become the output folder.

templates      a view and a template become the bytes of a page; what a template depends on
bytecode       compiled templates kept for later builds
rasterise      an SVG drawing becomes a PNG picture
output         the output folder: which files are ours, and how a new site replaces the old one
staging        a change staged, committed by a journal, and put in its place or finished later
swap_paths     two files or folders exchanged in one step
"""
