"""Making papers: what is drawn, the preview, the file, the printer."""
