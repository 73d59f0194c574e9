"""Error pages in the house's look."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token is missing or stale: the page says how to send it again."""
    return render(request, "403_csrf.html", status=403)
