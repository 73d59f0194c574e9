"""Damaged and hostile files against the readers: nothing may end in a traceback or outside the limits."""
