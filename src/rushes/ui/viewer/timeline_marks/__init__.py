"""Notes and good ranges along the timeline: where they lie, how they look, and the hand on them."""
