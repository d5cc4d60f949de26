"""The project file: its tables, how it is opened, and how rows change."""
