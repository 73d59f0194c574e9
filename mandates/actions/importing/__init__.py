"""A spreadsheet of existing mandates: read, compared with what stands, and imported whole or not at all."""

from mandates.actions.importing.applying import ENDINGS, agree, import_spreadsheet, receive_spreadsheet, requeue_stuck
from mandates.actions.importing.plan import Plan, Step, plan_of
from mandates.actions.importing.rows import Problem
from mandates.actions.importing.wanted import Difference

__all__ = [
    "ENDINGS",
    "Difference",
    "Plan",
    "Problem",
    "Step",
    "agree",
    "import_spreadsheet",
    "plan_of",
    "receive_spreadsheet",
    "requeue_stuck",
]
