"""A document's symbol: what it is, which mandates cite it, for which it was made, and what came of a draft."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ctoctrack.accounts.requests import PersonRequest
from mandates.models import Mandate
from sessions.enums import TextVersion
from sessions.models import Body, Decision, Document, FinancialStatement, Paragraph
from sessions.reading.symbols import base, symbol_in, symbols_in


@require_safe
@login_required
def document(request: PersonRequest, symbol: str) -> HttpResponse:
    """The document, to those who read the body internally, and the mandates that the person sees; else nothing."""
    symbol = symbol.strip("/")
    internal = Body.objects.internal_to(request.user).values("pk")
    documents = [each for each in of_bodies(internal, base(symbol)) if base(each.symbol) == base(symbol)]
    found = next((each for each in documents if each.symbol == symbol), None)
    mandates = list(about(request, symbol))
    of_it = Q(draft_symbol=symbol) | Q(number=symbol, version=TextVersion.DRAFT)
    drafts = list(Decision.objects.filter(of_it, body__in=internal).select_related("body"))
    statement = FinancialStatement.objects.filter(body__in=internal, draft=symbol).first()
    if not (found or mandates or drafts or statement):
        raise Http404
    noting = Paragraph.objects.filter(citations__symbol=symbol, decision__body__in=internal)
    return render(
        request,
        "mandates/document.html",
        {
            "symbol": symbol,
            "document": found,
            "body": found.session.body if found else None,
            "cited": [mandate for mandate in mandates if cites(mandate, symbol)],
            "produced": [mandate for mandate in mandates if mandate.is_made],
            "came": [mandate for mandate in mandates if mandate.came],
            "traced": [mandate for mandate in mandates if mandate.is_traced],
            "paragraphs": noting.select_related("decision__body").order_by("decision__position", "position"),
            "became": next((each for each in drafts if each.draft_symbol == symbol), None),
            "text": next((each for each in drafts if each.is_draft and each.number == symbol), None),
            "statement": statement,
            "others": [each for each in documents if each is not found],
        },
    )


def of_bodies(internal: Any, begins: str) -> Any:
    """The documents before sessions of these bodies whose symbols begin so."""
    theirs = Q(session__body__in=internal) | Q(also_before__body__in=internal)
    rows = Document.objects.filter(theirs, symbol__startswith=begins).distinct().order_by("symbol")
    return rows.select_related("session__body").prefetch_related("also_before")


def about(request: PersonRequest, symbol: str) -> list[Any]:
    """The mandates that the person sees and that have to do with the document; not those that name a longer symbol."""
    rows: Iterable[Any] = Mandate.objects.visible_to(request.user).confirmed().about(symbol).for_rows()
    return [each for each in rows if each.is_made or each.came or each.is_traced or cites(each, symbol)]


def cites(mandate: Any, symbol: str) -> bool:
    """Does its paragraph name the symbol, and not one that merely begins like it: "2008/1" is not "2008/16"?"""
    if mandate.is_noted:
        return True
    words = [text.text for text in mandate.paragraph.texts.all()] if mandate.holds else []
    return symbol in symbols_in(" ".join([*words, *(reference["text"] for reference in mandate.references)]))


def address_of(request: PersonRequest, words: str) -> str | None:
    """The address of the document whose symbol the words are, where the person finds anything there."""
    symbol = symbol_in(words)
    if not symbol or symbol != words.strip():
        return None
    internal = Body.objects.internal_to(request.user).values("pk")
    there = (
        any(each.symbol == symbol for each in of_bodies(internal, symbol))
        or Decision.objects.filter(body__in=internal, draft_symbol=symbol).exists()
        or about(request, symbol)
    )
    return reverse("mandates:document", args=[symbol]) if there else None
