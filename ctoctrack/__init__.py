"""ctoctrack: what a conference of States decided, and what became of it."""

from ctoctrack.celery import app as celery_app  # loaded with Django, so that a job's name finds the broker

__all__ = ["celery_app"]
