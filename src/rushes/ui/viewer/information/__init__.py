"""What is known of the clip and the frame that are looked at, over or beside the picture."""
