"""A request of somebody who has signed in: what a view behind `login_required` gets."""

from django.http import HttpRequest

from ctoctrack.accounts.models import User


class PersonRequest(HttpRequest):
    """For annotations: its user is a person of ours."""

    user: User
