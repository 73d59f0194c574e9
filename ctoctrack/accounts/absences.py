"""When somebody is away, and who acts for them meanwhile; entered by themselves."""

import datetime as dt
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from ctoctrack.accounts.models import Absence, UnitMembership, User
from ctoctrack.accounts.requests import PersonRequest
from ctoctrack.accounts.rules import units_of
from ctoctrack.lib import dates


class AbsenceForm(forms.ModelForm):
    """First and last day, and somebody of the office who acts meanwhile."""

    class Meta:
        model = Absence
        fields = ["since", "until", "deputy"]
        labels = {"since": gettext_lazy("First day away"), "until": gettext_lazy("Last day away")}
        widgets = {name: forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d") for name in ("since", "until")}
        help_texts = {
            "deputy": gettext_lazy("Sees and moves what you own, and hears of it. Without one, the deputy head hears.")
        }

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"instance": Absence(person=person)})
        self.fields["until"].required = True
        on = dates.today()
        working = UnitMembership.objects.current(on).values("user")
        deputy: Any = self.fields["deputy"]
        deputy.queryset = User.objects.filter(pk__in=working, is_active=True).exclude(pk=person.pk).order_by("name")
        deputy.empty_label = _("Nobody in particular")

    def clean_until(self) -> Any:
        until = self.cleaned_data["until"]
        if until < dates.today():
            raise forms.ValidationError(_("This day is past."))
        return until


@require_http_methods(["GET", "POST"])
@login_required
def absence(request: PersonRequest) -> HttpResponse:
    """The person will be away, or is; asked of who works in a unit, since others own nothing."""
    if not units_of(request.user):
        raise Http404
    form = AbsenceForm(request.POST if request.method == "POST" else None, person=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your absence is kept."))
        return redirect("accounts:profile")
    return render(request, "accounts/absence.html", {"form": form}, status=400 if form.errors else 200)


@require_POST
@login_required
def absence_end(request: PersonRequest, pk: int) -> HttpResponse:
    """The person is back, or will not go: of an absence that began, yesterday was the last day."""
    found = get_object_or_404(Absence, pk=pk, person=request.user)
    today = dates.today()
    if found.since < today:
        found.until = today - dt.timedelta(days=1)
        found.save()
    else:
        found.delete()
    messages.success(request, _("You are counted as present."))
    return redirect("accounts:profile")
