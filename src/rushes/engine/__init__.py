"""The asyncio side: sends, watches, downloads; no Qt, no httpx, no SQL."""
