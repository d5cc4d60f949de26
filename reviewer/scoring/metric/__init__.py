"""The metrics there are: what each needs, how it is signed and cited, and those that others add."""
