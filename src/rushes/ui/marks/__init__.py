"""Marking takes: keys, what carries marks out and takes them back, and the row of controls."""
