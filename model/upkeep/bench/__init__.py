"""The figures that need no window, each beside a bare baseline of the same run.

`python -m model.upkeep.bench NAME FOLDER SIZES` measures one of them in a process of its own.
"""
