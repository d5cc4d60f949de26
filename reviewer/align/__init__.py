"""Alignment: which sentences of one text belong to which sentences of another. Pure functions."""
