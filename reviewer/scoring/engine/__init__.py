"""Statistics of the automatic metrics, segment by segment: compiled, or by sacreBLEU itself."""
