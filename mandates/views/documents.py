"""A document's symbol: what it is, which mandates cite it, and for which it was produced."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ctoctrack.accounts.requests import PersonRequest
from mandates.models import Mandate
from sessions.models import Body, Decision, Document, FinancialStatement
from sessions.reading.symbols import base, symbol_in, symbols_in


@require_safe
@login_required
def document(request: PersonRequest, symbol: str) -> HttpResponse:
    """The document, to those who read the body internally, and the mandates that the person sees; else nothing."""
    symbol = symbol.strip("/")
    internal = Body.objects.internal_to(request.user).values("pk")
    of_bodies = Document.objects.filter(session__body__in=internal).select_related("session__body")
    found = of_bodies.filter(symbol=symbol).first()
    visible = Mandate.objects.visible_to(request.user).confirmed()
    cited = [mandate for mandate in visible.citing(symbol).for_rows() if cites(mandate, symbol)]
    produced = list(visible.producing(symbol).for_rows())
    traced = list(visible.traced_from(symbol).for_rows())
    became = Decision.objects.filter(body__in=internal, draft_symbol=symbol).select_related("body", "session").first()
    statement = FinancialStatement.objects.filter(body__in=internal, draft=symbol).first()
    if not (found or cited or produced or traced or became or statement):
        raise Http404
    others = of_bodies.filter(symbol__startswith=base(symbol)).exclude(symbol=symbol)
    return render(
        request,
        "mandates/document.html",
        {
            "symbol": symbol,
            "document": found,
            "body": found.session.body if found else None,
            "cited": cited,
            "produced": produced,
            "traced": traced,
            "became": became,
            "statement": statement,
            "others": [other for other in others if base(other.symbol) == base(symbol)],
        },
    )


def cites(mandate: Mandate, symbol: str) -> bool:
    """Does its paragraph name the symbol, and not one that merely begins like it: "2008/1" is not "2008/16"?"""
    words = " ".join(text.text for text in mandate.paragraph.texts.all())
    said = symbols_in(" ".join([words, *(reference["text"] for reference in mandate.references)]))
    return symbol in said


def address_of(request: PersonRequest, words: str) -> str | None:
    """The address of the document whose symbol the words are, where the person finds anything there."""
    symbol = symbol_in(words)
    if not symbol or symbol != words.strip():
        return None
    internal = Body.objects.internal_to(request.user).values("pk")
    visible = Mandate.objects.visible_to(request.user).confirmed()
    there = (
        Document.objects.filter(session__body__in=internal, symbol=symbol).exists()
        or Decision.objects.filter(body__in=internal, draft_symbol=symbol).exists()
        or any(cites(mandate, symbol) for mandate in visible.citing(symbol))
        or visible.producing(symbol).exists()
    )
    return reverse("mandates:document", args=[symbol]) if there else None
