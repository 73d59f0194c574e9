"""Things for tests, made with as little as a test must say. Days stand around 1 December 2008."""

from tests.factories.accounts import (
    AbsenceFactory,
    AdministratorFactory,
    UnitFactory,
    UnitMembershipFactory,
    UserFactory,
)
from tests.factories.mandates import MandateFactory, ReleaseFactory, UpdateFactory
from tests.factories.sessions import (
    BodyFactory,
    DecisionFactory,
    DelegationFactory,
    DocumentFactory,
    GroupFactory,
    MembershipFactory,
    ParagraphFactory,
    ReportFactory,
    SessionFactory,
    StatedParagraphFactory,
    StatementFactory,
)

__all__ = [
    "AbsenceFactory",
    "AdministratorFactory",
    "BodyFactory",
    "DecisionFactory",
    "DelegationFactory",
    "DocumentFactory",
    "GroupFactory",
    "MandateFactory",
    "MembershipFactory",
    "ParagraphFactory",
    "ReleaseFactory",
    "ReportFactory",
    "SessionFactory",
    "StatedParagraphFactory",
    "StatementFactory",
    "UnitFactory",
    "UnitMembershipFactory",
    "UpdateFactory",
    "UserFactory",
]
