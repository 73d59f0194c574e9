"""When something is due: a rule and a calendar give a day and its reason. Pure: no clock, no database, no Django."""

from mandates.scheduling.calendar import Calendar, Meeting
from mandates.scheduling.chain import Chain, document_chain
from mandates.scheduling.due import Due, Rule, day_of_text
from mandates.scheduling.targets import default_target

__all__ = ["Calendar", "Chain", "Due", "Meeting", "Rule", "day_of_text", "default_target", "document_chain"]
