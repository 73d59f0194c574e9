"""Asking for a permission: what someone may not see does not exist for them."""

from typing import Any

from django.http import Http404, HttpRequest


def require(request: HttpRequest, permission: str, thing: Any = None) -> None:
    """The answer is "not found" unless the person has the permission for the thing."""
    if not request.user.has_perm(permission, thing):
        raise Http404
