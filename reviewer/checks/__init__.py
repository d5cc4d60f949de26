"""Checks: what may be wrong in a segment, found by rules, never counted in a score."""
