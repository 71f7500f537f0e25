"""Search: queries as SQL on the library's tables, the order of jobs, and what could be asked."""
