"""Findings at the desk: what was answered to them, and what they change."""
