"""The application as it is served, with one thing more: each answer says how many queries it took."""

from ctoctrack.settings import *  # noqa: F403
from ctoctrack.settings import MIDDLEWARE

MIDDLEWARE = ["benchmarks.counting.QueryCount", *MIDDLEWARE]
