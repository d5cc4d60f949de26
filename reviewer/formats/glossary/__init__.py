"""Glossaries: terms and what they are in Hindi, as tables and as TBX."""
