"""The Scores page: the figures, charts, tables and excerpts of a report, in the window."""
