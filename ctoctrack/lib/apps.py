from django.apps import AppConfig


class LibConfig(AppConfig):
    name = "ctoctrack.lib"
    label = "lib"
