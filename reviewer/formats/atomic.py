"""Writing a file in one step, as every format does."""

from reviewer.text.atomic import encoded, replacing, write_text

__all__ = ["encoded", "replacing", "write_text"]
