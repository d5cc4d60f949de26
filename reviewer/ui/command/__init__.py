"""What each action does, a family a module."""
