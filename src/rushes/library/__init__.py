"""Jobs, marks and files on disk; the only importer of the database."""
