"""Checks at work on an open project: in the background, and at once on what is being edited."""
