"""What was released, for delegations and where a body opened it for everybody: pages that only read."""

from mandates.views.progress.pages import asked, body, decision, group, index

__all__ = ["asked", "body", "decision", "group", "index"]
