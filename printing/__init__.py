"""Paper: the day's sheets drawn with ReportLab, from plain values, without Qt or a database."""
