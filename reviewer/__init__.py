"""Reviewer: a desk for reviewing AI-translated Hindi."""

__version__ = "0.1.0"
