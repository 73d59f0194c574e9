"""Several processes do the same at the same moment, or one is killed in the middle of it."""
