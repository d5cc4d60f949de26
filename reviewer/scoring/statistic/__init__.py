"""How sure scores are: intervals, significance, rankings, agreement and correlation."""
