"""Libraries as a person meets them: which is open, which were, what is done with a whole one."""
