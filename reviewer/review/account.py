"""Who works: the name that the journal records."""

import getpass


def user_name() -> str:
    """Return the name of the account, or `editor` where the system does not tell."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "editor"
