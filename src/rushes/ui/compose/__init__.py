"""Compose: the prompt, the controls made from a model's schema, and what goes out."""
