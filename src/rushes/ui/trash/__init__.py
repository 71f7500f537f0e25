"""The trash: putting takes there, getting them back, and emptying it."""
