"""Moves a library, or its media alone, to another folder: copied, proven, switched, cleared."""
