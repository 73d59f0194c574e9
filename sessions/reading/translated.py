"""A report or decision in Arabic, Chinese, French, Russian or Spanish: its paragraphs, in their order.

No request is read from it: it is cut at its headings and labels so that each paragraph can be set beside the English
one (`alignment`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .facts import ordinal_of_numbers
from .lines import Line
from .results import Account, DecisionText, Finding, Kind, Paragraph, Reading, SessionFacts
from .versions import TextKind

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_NUMBER = (
    r"(?P<number>(?:[A-Z]{1,8}-)?(?:\d{1,4}|[IVXL]{1,7})\s?[/.]\s?(?:[A-Z]{2,5}\.)?\d{1,3}(?:/\d{1,3})?"
    r"|[A-Z]+(?:/[\w.]+)+)"
)
_NO = r"(?:n[.º°o]{1,2}\s*|№\s*)?"
_DECISION = (
    (
        re.compile(rf"^(?:décision|recommandation|decisión|recomendación|решение|рекомендация)\s+{_NO}{_NUMBER}", re.I),
        False,
    ),
    (re.compile(rf"^(?:résolution|resolución|резолюция)\s+{_NO}{_NUMBER}", re.I), True),
    (re.compile(rf"^(?:ال)?مقرر\s+(?:رقم\s+)?{_NUMBER}"), False),
    (re.compile(rf"^(?:ال)?قرار\s+(?:رقم\s+)?{_NUMBER}"), True),
    (re.compile(rf"^第?\s*{_NUMBER}\s*号?\s*决定|^决定\s*{_NUMBER.replace('number', 'number2')}"), False),
    (re.compile(rf"^第?\s*{_NUMBER}\s*号?\s*决议|^决议\s*{_NUMBER.replace('number', 'number2')}"), True),
)
_SECTION = re.compile(r"^(?:[IVXLC]{1,6}|[A-Z])\.\s|^(?:annexe?|anexo|приложение|المرفق|مرفق|附件)\b", re.IGNORECASE)
_TITLE = 4  # blocks that a title may take; what else is no paragraph is none of it
_QUOTES = "‘’'\"“”"
_LABEL = re.compile(
    rf"^(?:[(（\[{_QUOTES}]\s?)?(?P<in>\d{{1,3}}|[a-zñ]|[ivx]{{2,5}}|[а-я]|[اأبجدهوزحطيكلمنسعفصقرشتثخذضظغ]ـ?|[一二三四五六七八九十]{{1,3}})"
    rf"\s?(?:[)）\]{_QUOTES}]|[.．、](?=\s|\D)|\s[-–—](?=\s))\s*"
)
_ENDS = re.compile(r"[.;:,،؛。；：，！？!?][»”’\")\]]*$")


@dataclass(slots=True)
class _Block:
    line: int
    label: str
    text: str
    marked: bool
    pieces: list[str] = field(default_factory=list)


def quoted(lines: Sequence[Line], kind: TextKind) -> Reading:
    """The reading of a text from which no request is read: its decisions, to be set beside the English ones."""
    decisions = translated(lines)
    inside = sum(len(decision.paragraphs) for decision in decisions)
    code = "language_quoted" if decisions else "language_without_decisions"
    finding = Finding("info" if decisions else "error", code, None, {"language": kind.language})
    facts = SessionFacts(ordinal=ordinal_of_numbers(decisions))
    return Reading(facts, decisions, Account(len(lines), inside, paragraphs=inside), (finding,), kind=kind)


def translated(lines: Sequence[Line]) -> tuple[DecisionText, ...]:
    """The decisions of a text in another language, each with its title and its paragraphs in order."""
    heads = [(at, found) for at, line in enumerate(lines) if (found := _heading(line))]
    decisions = []
    for nth, (at, (number, is_resolution, rest)) in enumerate(heads):
        end = heads[nth + 1][0] if nth + 1 < len(heads) else len(lines)
        blocks = list(_blocks(_within(lines, at, end)))
        title = rest
        before = 0
        while before < min(len(blocks), _TITLE) and not blocks[before].label and _is_title(blocks[before]):
            before += 1
        title = " ".join([title, *(block.text for block in blocks[:before])]).strip()
        blocks = blocks[before:]
        paragraphs = tuple(Paragraph(b.label, "", _kind(b), b.text, b.line) for b in blocks if not b.marked)
        if paragraphs:
            kind = "resolution" if is_resolution else "decision"
            decisions.append(DecisionText(number, title, kind, lines[at].number, paragraphs))  # type: ignore[arg-type]
    return tuple(decisions)


def _heading(line: Line) -> tuple[str, bool, str] | None:
    """Number, whether it is a resolution, and the rest of a line that heads a decision."""
    text = line.text.translate(_DIGITS)
    if line.what != "text" or line.leads or len(text) > 200 or (_ENDS.search(text) and not line.marked):
        return None
    for form, is_resolution in _DECISION:
        if found := form.match(text):
            rest = text[found.end() :].strip(" .:–—-*：")
            number = found["number"] or found.groupdict().get("number2") or ""
            if rest and not line.marked and rest[0].islower():
                return None  # "Décision 4/1 adoptée par consensus" in a sentence
            return re.sub(r"\s", "", number), is_resolution, rest
    return None


def _within(lines: Sequence[Line], at: int, end: int) -> Sequence[Line]:
    """The lines of the decision headed at `at`: up to the next section of the report that is marked as high as it."""
    level = lines[at].level
    for later in range(at + 1, end):
        line = lines[later]
        if line.marked and _SECTION.match(line.text) and level and line.level and line.level < level:
            return lines[at + 1 : later]
    return lines[at + 1 : end]


def _blocks(lines: Sequence[Line]) -> Iterator[_Block]:
    """Stretches of running text; a page break or a blank line inside a sentence leaves no trace."""
    current: _Block | None = None
    apart = True
    for line in lines:
        if line.what not in ("text", "table") or not line.text:
            apart = apart or line.what in ("blank", "break")
            continue
        label, words = _labels(line.text)
        goes_on = current is not None and not label and not line.marked and not current.marked
        if goes_on and current is not None and (not apart or not _ENDS.search(current.pieces[-1])):
            current.pieces.append(line.text)
        else:
            if current is not None:
                yield _settled(current)
            current = _Block(line.number, label, "", line.marked, [words])
        apart = False
    if current is not None:
        yield _settled(current)


def _settled(block: _Block) -> _Block:
    glue = "" if re.search(r"[\u4e00-\u9fff]", block.pieces[0]) else " "
    block.text = glue.join(block.pieces).strip()
    return block


def _labels(text: str) -> tuple[str, str]:
    """The printed labels at the start of a line, and the words after them."""
    printed = ""
    for _ in range(2):
        found = _LABEL.match(text)
        if not found or not text[found.end() :].strip():
            break
        printed += found[0].strip()
        text = text[found.end() :]
    return printed, text


def _is_title(block: _Block) -> bool:
    return block.marked or (len(block.text) < 250 and not _ENDS.search(block.text))


def _kind(block: _Block) -> Kind:
    return "operative" if block.label else "preamble"
