"""Reading and writing files: one module a format, one table of all."""
