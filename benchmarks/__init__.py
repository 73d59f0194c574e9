"""How fast the application is with much data; measured by hand, and small in CI so that the programs stay alive."""

import os

SECRETARY = "secretary@office.example"  # of all bodies; who signs in
PASSWORD = "quay-lantern-buoy-7"


def django_is_set_up() -> None:
    """Models can be imported, with the settings of the environment; a test has them already."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ctoctrack.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
