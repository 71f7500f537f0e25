"""All that is known of a take: how it is marked, what was sent, and what came of it."""
