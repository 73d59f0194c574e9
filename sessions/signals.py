"""The one signal of our own."""

from django.dispatch import Signal

# sender: Report; report: a Report whose Reading has just been stored, inside that transaction; at: the moment.
report_read = Signal()
