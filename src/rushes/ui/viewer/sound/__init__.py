"""The sound of the clip in the Viewer, following its clock."""
