"""Charts as lists of lines, shapes and texts that a page, a PDF and a window draw alike."""
