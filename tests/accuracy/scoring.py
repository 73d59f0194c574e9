"""A reading, in the form that `read_report` prints, against its gold."""

from typing import Any

from tests.accuracy import pairing
from tests.accuracy.counts import Score
from tests.accuracy.likeness import (
    accepted,
    label,
    parties_in_common,
    same_deadline,
    same_details,
    same_reference,
    words,
)

Row = dict[str, Any]
OPERATIVE = ("operative", "chapeau", "recital")


def score(gold: Row, read: Row) -> Score:
    """The counts of every field, and what was missed."""
    found = Score()
    gold = {**gold, "paragraphs": gold["paragraphs"] if "paragraphs" in gold else _paragraphs_of(gold)}
    pairs = pairing.decisions(gold, read)
    claimed = [d for _, d in pairs if d is not None]
    found.add("decisions", len(claimed), len(pairs), len(read["decisions"]))
    for decision in read["decisions"]:
        if not any(decision is d for d in claimed):
            found.miss("decision not in gold", decision["number"], decision["title"][:60])
            paragraphs = decision["paragraphs"]
            found.add("mandates", 0, 0, sum(len(p["mandates"]) for p in paragraphs))
    for wanted, decision in pairs:
        if decision is None:
            found.miss("decision not read", wanted["number"])
        elif wanted["title"] is not None:
            fits = words(wanted["title"]) == words(decision["title"])
            found.share("titles", fits)
            if not fits:
                found.miss("title", wanted["number"], f"{wanted['title']!r} != {decision['title']!r}")
        _decision(found, gold, wanted["number"], decision["paragraphs"] if decision else [])
    return found


def _paragraphs_of(gold: Row) -> list[Row]:
    """The paragraphs of a gold that lists them only by what they ask."""
    places = [(m["decision"], m["paragraph"], None) for m in gold["mandates"]]
    places += [(d, p, None) for d, p in gold["no_follow_up"]] + [(d, p, None) for d, p in gold["chapeaux"]]
    return [{"decision": d, "paragraph": p, "kind": kind} for d, p, kind in dict.fromkeys(places)]


def _decision(found: Score, gold: Row, which: str, read: list[Row]) -> None:
    here = [p for p in gold["paragraphs"] if p["decision"] == which]
    mandates = [m for m in gold["mandates"] if m["decision"] == which]
    paragraphs = pairing.paragraphs(here, read)
    _paragraphs(found, which, paragraphs, mandates)
    paired = pairing.mandates(mandates, read)
    read_pairs = [(g, r) for g, r in paired.pairs if r is not None]
    found.add("mandates", len(read_pairs), len(paired.pairs), len(read_pairs) + len(paired.extra))
    for wanted, got in paired.pairs:
        if got is None:
            found.miss("mandate not read", which, wanted["paragraph"], wanted["verb"], wanted["action"])
        _deadline(found, which, wanted, got)
        if got is not None:
            _mandate(found, which, wanted, got)
    for got in paired.extra:
        found.miss("mandate not in gold", which, got["paragraph"], got["verb"], got["action"])
        found.add("deadlines", 0, 0, int(bool(got.get("deadline"))))


def _paragraphs(found: Score, which: str, paired: pairing.Paired, mandates: list[Row]) -> None:
    loud = {_place(m) for m in mandates}
    for wanted, got in paired.pairs:
        if got is None and wanted.get("optional"):
            continue  # whether the narration around a decision is kept is taste
        if not pairing.loose(wanted):
            found.add("paragraphs", int(got is not None), 1, int(got is not None))
        if got is None:
            found.miss("paragraph not found", which, wanted["paragraph"], wanted.get("starts", ""))
        elif wanted["kind"] is not None:
            fits = accepted(wanted["kind"], got["kind"])
            found.share("kinds", fits)
            if not fits:
                words_of = (wanted["paragraph"], wanted.get("starts", ""), f"{wanted['kind']} != {got['kind']}")
                found.miss("kind", which, *words_of)
        if _place(wanted) not in loud:
            quiet = got is not None and not got["mandates"]
            found.share("quiet paragraphs", quiet)
            if got is not None and not quiet:
                found.miss("quiet paragraph read as mandate", which, wanted["paragraph"], wanted.get("starts", ""))
        elif got is not None and "references" in wanted and got["mandates"]:
            _references(found, which, wanted, got)
    beyond = [p for p in paired.extra if p["kind"] in OPERATIVE and paired.pairs]
    found.add("paragraphs", 0, 0, len(beyond))
    for paragraph in beyond:
        found.miss("paragraph not in gold", which, paragraph["label"], paragraph["kind"], paragraph["text"][:60])


def _place(row: Row) -> tuple[str, str]:
    """Where a paragraph or a mandate stands; the first words count where labels alone do not tell."""
    told = "verb" in row or not row["paragraph"] or "part" in row
    return label(row["paragraph"]), row.get("starts", "") if told else ""


def _references(found: Score, which: str, wanted: Row, got: Row) -> None:
    """Those of the paragraph's own words; what is marked with "?" may be read or not."""
    text = " ".join(got["text"].split()).lower()
    read = {" ".join(r["text"].split()) for m in got["mandates"] for r in m.get("references") or []}
    read = {r for r in read if r.lower() in text}
    must = [r for r in wanted["references"] if not r.startswith("?")]
    may = [r.removeprefix("?") for r in wanted["references"]]
    hit = sum(any(same_reference(g, r) for r in read) for g in must)
    beyond = [r for r in read if not any(same_reference(g, r) for g in may)]
    found.add("references", hit, len(must), hit + len(beyond))
    if hit < len(must) or beyond:
        found.miss("references", which, wanted["paragraph"], f"{must} != {sorted(read)}")


def _deadline(found: Score, which: str, wanted: Row, got: Row | None) -> None:
    options = wanted["deadline"] if isinstance(wanted.get("deadline"), list) else [wanted.get("deadline")]
    read = got.get("deadline") if got else None
    fitting = next((d for d in options if same_deadline(d, read)), False)
    if fitting is not False:
        there = int(bool(fitting))
        found.add("deadlines", there, there, there)
        if fitting and read:
            if fitting["kind"] == "session":
                fits = accepted(fitting["relation"], read.get("relation"))
                found.share("relations", fits)
                if not fits:
                    found.miss("relation", which, wanted["paragraph"], f"{fitting['relation']} != {read['relation']}")
            fits = same_details(fitting, read)
            found.share("deadline details", fits)
            if not fits:
                found.miss("deadline details", which, wanted["paragraph"], f"{fitting} != {read}")
        return
    due = all(options)  # a gold that also accepts none asks for none
    found.add("deadlines", 0, int(due), int(bool(read)))
    found.miss("deadline", which, wanted["paragraph"], wanted["action"], f"{_said(options[0])} != {_said(read)}")


def _said(deadline: Row | None) -> str:
    if not deadline:
        return "none"
    value = deadline.get("date") or deadline.get("session") or deadline.get("every") or ""
    return f"{deadline['kind']} {value} “{deadline['text']}”"


def _mandate(found: Score, which: str, wanted: Row, got: Row) -> None:
    place = which, wanted["paragraph"]
    read = got.get("addressees") or []
    options = [wanted["addressees"], *wanted.get("addressees_also", [])]
    names = max(options, key=lambda o: (parties_in_common(o, read) - abs(len(o) - len(read)), not o and not read))
    hit = parties_in_common(names, read)
    found.add("addressees", hit, len(names), len(read))
    if hit < len(names) or len(read) > len(names):
        found.miss("addressees", *place, f"{names} != {read}")
    fits = accepted(wanted["action_type"], got.get("action_type"))
    found.share("action types", fits)
    if not fits:
        found.miss("action type", *place, wanted["action"], f"{wanted['action_type']} != {got.get('action_type')}")
    funding = got.get("funding")
    fits = accepted(wanted.get("funding"), funding)
    found.add("funding", int(fits and bool(funding)), int(bool(wanted.get("funding"))), int(bool(funding)))
    if not fits:
        found.miss("funding", *place, f"{wanted.get('funding')} != {funding}")
    effect, want = bool(got.get("takes_effect")), wanted.get("takes_effect", False)
    if not isinstance(want, list) and not wanted.get("optional"):
        found.add("takes effect", int(effect and want), int(want), int(effect))
        if effect != want:
            found.miss("takes effect", *place, wanted["action"], f"{want} != {effect}")
