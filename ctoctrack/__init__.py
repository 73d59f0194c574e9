"""ctoctrack: what a conference of States decided, and what became of it."""

__version__ = "0.1.0"
