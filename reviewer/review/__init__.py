"""The open project: store, session, edits, queries."""
