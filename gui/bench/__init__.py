"""The figures of the window and of the paper, and the command that measures all of them.

`python -m gui.bench NAME FOLDER SIZES` measures one of them in a process of its own.
"""
