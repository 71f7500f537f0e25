"""Other places for the picture: a window of its own, and the calm of a full screen."""
