"""The addresses."""

urlpatterns: list = []
