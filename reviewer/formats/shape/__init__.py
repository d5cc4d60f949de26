"""The final text in a copy of the very file that an article came from."""
