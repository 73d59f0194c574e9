"""What follows from signals: one line each."""
