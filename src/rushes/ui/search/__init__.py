"""Finding takes: a field whose text is the query, completion, explanation, facets, albums.

`search_box.SearchBox` is what the History panel shows above its takes. The query's text is the
only truth: chips, facets, albums and saved searches all read it and write it.
"""
