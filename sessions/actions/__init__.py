"""The only writers of bodies' texts: receiving a report, and storing what was read in it."""
