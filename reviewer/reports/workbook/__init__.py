"""The parts of a report's workbook."""
