"""Stopping a count before its end."""


class Cancelled(Exception):  # noqa: N818 - asked for by the user, not an error
    """The caller asked to stop; nothing was counted."""
