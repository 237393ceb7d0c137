"""What the office keeps, and its rules: no Qt, no ReportLab."""
