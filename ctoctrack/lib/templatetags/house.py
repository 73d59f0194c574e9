"""The house's template tags, known in every template. docs/components.md shows each with an example.

They take things as they are and know no model: what a tag reads of its argument stands in its first line.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from ctoctrack.lib import dates, marking, ordinals, written
from ctoctrack.lib.chips import chips_of
from ctoctrack.lib.shapes import ASKED, AWAITING, SHAPES, parts_of_bar, shape_of

register = template.Library()


def today_of(context: template.Context) -> dt.date:
    return context.get("today") or dates.today()


# Fragments ------------------------------------------------------------------------------------------------------------
def fragment(name: str, **values: Any) -> SafeString:
    """The component `name` with these values; what stands in every row of a table is rendered once and remembered."""
    return _fragment(name, get_language(), tuple(values.items()))


@lru_cache(maxsize=4096)
def _fragment(name: str, _language: str, values: tuple[tuple[str, Any], ...]) -> SafeString:
    return mark_safe(render_to_string(f"components/{name}.html", dict(values)))  # noqa: S308  a template of ours


# Status ---------------------------------------------------------------------------------------------------------------
@register.simple_tag
def status(thing: Any) -> SafeString:
    """Shape and word of `thing.status` and, where it has one, `thing.waiting_for`: a mandate's, or a release's."""
    code, waiting_for = thing.status, getattr(thing, "waiting_for", "")
    shape = shape_of(code, waiting_for)
    word = thing.get_status_display() if code else ASKED
    return fragment("status", shape=shape, word=word, awaiting=AWAITING.get(waiting_for) if shape == "wait" else None)


@register.simple_tag
def status_word(code: str, word: str) -> SafeString:
    """Shape of a status's code, or "wait" or "ask", with a word given for it."""
    return fragment("status", shape=SHAPES.get(code, code), word=word)


@register.filter
def status_shape(thing: Any) -> str:
    """The shape alone, for `class="is-{{ mandate|status_shape }}"` in the margin of a decision."""
    return shape_of(thing.status, getattr(thing, "waiting_for", ""))


# Days -----------------------------------------------------------------------------------------------------------------
@register.simple_tag(takes_context=True)
def day(
    context: template.Context, value: dt.date | None, distance: bool = False, late: bool = False, soon: bool = False
) -> str:
    """A day written out; with its distance from today, and loud only where the page says so."""
    if value is None:
        return ""
    on = today_of(context)
    time = format_html(
        '<time datetime="{}"{}>{}</time>',
        value.isoformat(),
        mark_safe(' class="late"' if late else ' class="soon"' if soon else ""),  # noqa: S308  our own words
        written.day(value),
    )
    if late and value < on:
        return format_html('{} <span class="small">{}</span>', time, written.late((on - value).days))
    if distance:
        return format_html('{} <span class="small">{}</span>', time, written.distance(value, on))
    return time


@register.simple_tag(takes_context=True)
def due(context: template.Context, mandate: Any, reason: str = "") -> SafeString:
    """When a mandate is due, for internal pages: the louder of its days, how far off, why; no distance once closed."""
    on = today_of(context)
    is_closed = bool(mandate.status) and not mandate.is_open
    overdue, late = mandate.days_overdue(on), mandate.days_late(on)
    if overdue:
        value, words = mandate.due_on, written.overdue(overdue)
    elif late:
        value, words = mandate.target_on, written.late(late)
    elif is_closed:
        value, words = mandate.due_on, ""
    else:
        value = mandate.next_day
        words = written.distance(value, on) if value and value >= on else ""
    return fragment(
        "due",
        value=value,
        written=written.day(value) if value else "",
        words=words,
        late=bool(overdue or late),
        soon=mandate.is_due_soon(on),
        is_target=value is not None and value != mandate.due_on,
        reason=reason,
        kind=mandate.deadline_kind,
        kind_word="" if value else mandate.get_deadline_kind_display(),
    )


@register.simple_tag
def days(first: dt.date | None, last: dt.date | None = None) -> str:
    """First to last day, "27–29 January 2010"."""
    if first is None:
        return ""
    iso = first.isoformat() if last in (None, first) else ""
    words = written.days(first, last)
    return format_html('<time datetime="{}">{}</time>', iso, words) if iso else format_html("<span>{}</span>", words)


@register.simple_tag
def moment(value: dt.datetime | None) -> str:
    """Day and time of day in the zone of deadlines."""
    if value is None:
        return ""
    return format_html('<time datetime="{}">{}</time>', value.isoformat(timespec="minutes"), written.moment(value))


@register.filter(name="written")
def written_out(value: dt.date | None) -> str:
    """The day written out, plain: for mails, titles and sentences."""
    return written.day(value) if value else ""


@register.filter
def distance(value: dt.date | None, on: dt.date) -> str:
    """How far a day lies from another, "in 12 days"."""
    return written.distance(value, on) if value else ""


@register.inclusion_tag("components/timeline.html", takes_context=True)
def timeline(context: template.Context, entries: Iterable[dict[str, Any]], today: bool = True) -> dict[str, Any]:
    """Entries {on, title, text, url, kind} by day, with today in its place; kind is "land", "taken" or nothing."""
    rows = [dict(entry) for entry in entries]
    if today:
        rows.append({"on": today_of(context), "kind": "today"})
    return {"entries": sorted(rows, key=lambda row: (row["on"], row.get("kind") != "today"))}


# Texts ----------------------------------------------------------------------------------------------------------------
@register.filter
def marked_text(text: str, marks: Iterable[Any] | None) -> SafeString:
    """The text with the places (start, end, class, title) marked in it."""
    return marking.marked(text, marks or ())


@register.inclusion_tag("components/quotation.html")
def quotation(text: str, language: str = "en", marks: Sequence[Any] = (), source: str = "") -> dict[str, Any]:
    """A quoted text in its own language and direction, with marked places."""
    return {
        "words": marking.marked(text, marks),
        "language": language,
        "direction": marking.direction(language),
        "source": source,
    }


@register.filter
def direction(language: str) -> str:
    """The `dir` of a text in `language`."""
    return marking.direction(language)


@register.simple_tag
def reference(thing: Any, link: bool = True, name: str = "") -> SafeString:
    """How people cite it (`thing.name`, or its words), isolated from the direction around it, as a link."""
    words = name or getattr(thing, "name", "") or str(thing)
    if link:
        return format_html('<a class="ref" href="{}"><bdi>{}</bdi></a>', thing.get_absolute_url(), words)
    return format_html('<bdi class="ref">{}</bdi>', words)


@register.simple_tag
def symbol(text: str, address: str = "") -> SafeString:
    """A document's symbol, isolated from the direction around it; a link where an address is given."""
    if address:
        return format_html('<a class="ref" href="{}"><bdi>{}</bdi></a>', address, text)
    return format_html('<bdi class="ref">{}</bdi>', text)


# Numbers --------------------------------------------------------------------------------------------------------------
@register.inclusion_tag("components/bar.html")
def bar(parts: Iterable[dict[str, Any]], caption: str = "", table: bool = True) -> dict[str, Any]:
    """Parts {status, label, number, url} as one bar and a table; `status` is a code, "wait" or "ask"."""
    rows = parts_of_bar(parts)
    return {"rows": rows, "caption": caption, "table": table}


@register.filter(name="counted")
def counted(ordinal: int) -> str:
    """The number of a meeting as it is counted in figures: "9th"."""
    return ordinals.figure(ordinal)


# Lists ----------------------------------------------------------------------------------------------------------------
@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context: template.Context, page: Page[Any]) -> dict[str, Any]:
    """Previous, next and the pages between, keeping the rest of the query string."""
    shown = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {"page": page, "shown": list(shown), "request": context.get("request")}


@register.inclusion_tag("components/sort_head.html", takes_context=True)
def sort_head(context: template.Context, field: str, label: str, num: bool = False) -> dict[str, Any]:
    """A head of a table that sorts by `?sort=field`, and backwards when asked again."""
    request = context["request"]
    now = request.GET.get("sort", context.get("sort", ""))
    order = {field: "ascending", f"-{field}": "descending"}.get(now, "")
    return {
        "request": request,
        "label": label,
        "order": order,
        "num": num,
        "next": f"-{field}" if order == "ascending" else field,
    }


@register.inclusion_tag("components/chips.html", takes_context=True)
def filter_chips(context: template.Context, form: BaseForm) -> dict[str, Any]:
    """What a GET form filters by, each as a chip that takes it away again."""
    chips = chips_of(form, context["request"].GET)
    return {"chips": chips, "removable": True, "clear": "?" if len(chips) > 1 else ""}


# Forms ----------------------------------------------------------------------------------------------------------------
@register.inclusion_tag("components/button_form.html", takes_context=True)
def button_form(
    context: template.Context, url: str, label: str, style: str = "quiet", about: str = "", **hidden: Any
) -> dict[str, Any]:
    """One button that posts; `about` tells a screen reader which of many, keywords become hidden fields."""
    return {
        "url": url,
        "label": label,
        "style": style,
        "about": about,
        "hidden": hidden,
        "csrf_token": context.get("csrf_token"),
    }
