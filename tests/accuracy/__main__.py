"""Measures the reader on the texts of this folder, and on the real report where it is at hand.

`make accuracy`, or `python -m tests.accuracy --misses`. Exit status 1 where a figure is below the recorded one, or
one of the real report below what is promised of it. With names of texts (`python -m tests.accuracy climate`) only
those are measured, and nothing is compared.
"""

import argparse
import os
import sys

import django

from tests.accuracy import corpus, page, recorded, tables
from tests.accuracy.counts import Score, total
from tests.accuracy.disguises import DISGUISES
from tests.accuracy.scoring import score

CORPUS, HELD_OUT, REAL = "all texts", "held out", "real report"
DISGUISED = "disguised:"


def say(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")


def measured(names: list[str] | None = None) -> dict[str, Score]:
    """The score of each text, of all together, of those held out, and of the real report."""
    scores = {}
    for group, folder in ((CORPUS, corpus.HERE), (HELD_OUT, corpus.HELD_OUT)):
        found = {
            path.stem: score(gold, corpus.reading(path))
            for gold, path in corpus.texts(folder)
            if not names or path.stem in names
        }
        scores.update(found)
        if found and not names:
            scores[group] = total(list(found.values()))
    if not names:
        for name in DISGUISES:
            scores[f"{DISGUISED} {name}"] = total([score(gold, read) for gold, read in corpus.disguised(name)])
    if not names and (real := corpus.real_report()):
        scores[REAL] = score(real[0], corpus.reading(real[1]))
    return scores


def drawn(scores: dict[str, Score]) -> dict[str, list[str]]:
    """The tables by the names of their places: a row for each field of a group, a row for each text."""
    drawings = {group: tables.per_field(scores[group]) for group in (CORPUS, HELD_OUT, REAL) if group in scores}
    for name, folder in (("text by text", corpus.HERE), ("held out text by text", corpus.HELD_OUT)):
        operative = {path.stem: corpus.operative(gold) for gold, path in corpus.texts(folder) if path.stem in scores}
        if operative:
            rows = tables.per_text({text: scores[text] for text in operative}, operative)
            drawings[name] = [*rows, "", f"{sum(operative.values())} operative paragraphs."]
    if disguised := {name: found for name, found in scores.items() if name.startswith(DISGUISED)}:
        drawings["disguised"] = tables.per_text(disguised)
    return drawings


def missed(scores: dict[str, Score]) -> list[str]:
    """Each miss under the text it is in."""
    lines: list[str] = []
    for name, found in scores.items():
        if found.misses and name not in (CORPUS, HELD_OUT):  # theirs are those of their texts
            lines += ["", f"### {name}", *(f"- {miss}" for miss in found.misses)]
    return lines


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="texts to measure; all where none is named")
    parser.add_argument("--misses", action="store_true", help="list every miss")
    parser.add_argument("--record", action="store_true", help="the figures become those below which none may fall")
    args = parser.parse_args()
    scores = measured(args.names)
    shown = drawn(scores)
    for name, lines in shown.items():
        say("", f"## {name.capitalize()}", "", *lines)
    if args.misses:
        say(*missed(scores))
    if args.names:
        return 0
    figures = recorded.figures(scores)
    if REAL not in scores:
        say("", f"The real report is not at hand ({corpus.REAL} is missing): its figures were not measured.")
    if args.record:
        recorded.save(figures)
        page.write(shown)
        say("", "Recorded, and written into docs/accuracy.md.")
    faults = recorded.fallen(figures, recorded.load()) + recorded.broken(figures.get(REAL, recorded.PROMISED))
    if faults:
        say("", "Below what it must be:", *(f"- {fault}" for fault in faults))
    return int(bool(faults))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    sys.exit(main())
