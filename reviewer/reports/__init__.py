"""Score reports as self-contained files."""
