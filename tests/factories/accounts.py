"""People and units."""

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from ctoctrack.accounts.models import Absence, Administrator, Unit, UnitMembership, User

PASSWORD = "quay-lantern-buoy-7"


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"officer{n}@office.example")
    name = factory.Sequence(lambda n: f"Officer {n}, conference support")
    language = "en"

    @factory.post_generation
    def password(self, create, extracted, **kwargs):
        self.set_password(extracted or PASSWORD)
        if create:
            self.save(update_fields=["password"])


class UnitFactory(DjangoModelFactory):
    class Meta:
        model = Unit

    name = factory.Sequence(lambda n: f"Section {n}")


class UnitMembershipFactory(DjangoModelFactory):
    class Meta:
        model = UnitMembership

    user = factory.SubFactory(UserFactory)
    unit = factory.SubFactory(UnitFactory)
    role = "officer"
    since = dt.date(2008, 1, 1)


class AbsenceFactory(DjangoModelFactory):
    class Meta:
        model = Absence

    person = factory.SubFactory(UserFactory)
    since = dt.date(2008, 11, 1)
    until = dt.date(2100, 1, 1)


class AdministratorFactory(DjangoModelFactory):
    class Meta:
        model = Administrator

    user = factory.SubFactory(UserFactory)
    since = dt.date(2008, 1, 1)
