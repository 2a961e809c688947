"""The small values that records are made of.

keys            what an entity is called: its kind and its id
located         text, mappings and lists as an author wrote them, each with its place in the file
localized_text  text a reader sees, in one language or several
vocabulary      the closed vocabularies of the field, as enumerations
placeholders      the texts of new files that are to be written over
time_zone       the zones of the IANA list, and which day it is in one
web_address     where a site stands, and where its files are edited
same            what was made of the very same objects, kept from one version of a site to the next
html            HTML that is finished: a template prints it as it is
"""
