"""The service; the only importer of httpx."""
