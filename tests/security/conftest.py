"""The mandate around which tests/mandates/views asks, and everybody who comes to it."""

from tests.mandates.views.conftest import as_role, december, everything, harbour, mandate, new_mandate

__all__ = ["as_role", "december", "everything", "harbour", "mandate", "new_mandate"]
