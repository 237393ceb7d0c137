"""What every command of the command line shares; the commands themselves are in `main.py`."""
