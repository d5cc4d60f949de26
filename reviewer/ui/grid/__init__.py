"""The rows: paged model, painting delegate, and the open row."""
