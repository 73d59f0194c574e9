"""Processes of an installation are killed at random moments, and what was said is compared with what was heard."""
