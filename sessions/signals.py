"""The one signal of our own."""

from django.dispatch import Signal

# sender: Report; report: a Report whose Reading has just been stored, inside the transaction that stored it.
report_read = Signal()
