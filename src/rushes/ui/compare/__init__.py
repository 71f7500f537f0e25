"""Several takes side by side, on one clock, looked at alike."""
