"""Scores: MQM, ESA and automatic metrics, with what they were computed from."""
