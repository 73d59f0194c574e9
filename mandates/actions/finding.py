"""What a search finds follows the words that a file brought."""

from django.db import transaction

from mandates.actions.facts import words_for_search
from mandates.models import Mandate
from mandates.querysets import MandateQuerySet
from sessions.models import Report

BATCH = 500


@transaction.atomic
def find_by_other_words(report: Report) -> int:
    """Confirmed mandates of paragraphs that it set in another language are found by those words too; how many."""
    reading = report.readings.order_by("-pk").first()
    if reading is None or reading.language in {"", "en"}:
        return 0
    rows = Mandate.objects.confirmed().filter(body=report.body, paragraph__texts__language=reading.language)
    if report.session_id:
        rows = rows.filter(paragraph__decision__session=report.session_id)
    return renew_search(rows)


def renew_search(rows: MandateQuerySet) -> int:
    """A search finds these mandates by what now stands in their paragraphs; how many they are."""
    found = list(rows.for_rows().prefetch_related("paragraph__texts", "addressees").distinct())
    for mandate in found:
        mandate.search_released, mandate.search_internal = words_for_search(mandate)
    Mandate.objects.bulk_update(found, ["search_released", "search_internal"], batch_size=BATCH)
    return len(found)
