"""Names in addresses that nobody has yet."""

from collections.abc import Iterator
from itertools import count

from sessions.models import Session


def numbered(slug: str) -> Iterator[str]:
    """`slug`, then with 2, with 3 and so on."""
    yield slug
    yield from (f"{slug}-{number}" for number in count(2))


def free_slug(slug: str) -> str:
    """`slug`, or with the next number where a session has it already: a meeting may be called like the session."""
    taken: set[str] = set(Session.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    return next(each for each in numbered(slug) if each not in taken)
