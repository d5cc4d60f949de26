"""Scores of archives: millions of segments in parts, on this machine or on a cluster."""
