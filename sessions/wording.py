"""Codes of a reading -> sentences in the reader's language: what is so, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

LANGUAGES = {
    "ar": gettext_lazy("Arabic"),
    "de": gettext_lazy("German"),
    "el": gettext_lazy("Greek"),
    "es": gettext_lazy("Spanish"),
    "fr": gettext_lazy("French"),
    "he": gettext_lazy("Hebrew"),
    "it": gettext_lazy("Italian"),
    "ja": gettext_lazy("Japanese"),
    "ko": gettext_lazy("Korean"),
    "nl": gettext_lazy("Dutch"),
    "pt": gettext_lazy("Portuguese"),
    "ru": gettext_lazy("Russian"),
    "zh": gettext_lazy("Chinese"),
}

FINDINGS = {
    # the text
    "no_decisions": gettext_lazy(
        "No decision was found in this text. Check that it is the report with the decisions in full; a decision "
        "begins with a heading such as “Decision 4/1”, or with the name of the body that adopts it."
    ),
    "only_drafts": gettext_lazy(
        "The text holds drafts (%(drafts)s) and no adopted decision. Drafts are not read; import the text as adopted."
    ),
    "language_not_read": gettext_lazy(
        "The text seems to be in %(language)s. Only English is read: import the English version."
    ),
    "decisions_unnumbered": gettext_lazy(
        "No heading gives a decision a number; what follows the name of the body was read as its decision. "
        "Enter the number on review."
    ),
    "decisions_narrative": gettext_lazy(
        "No decision stands under a heading of its own. The paragraphs in which the body itself acts were read from "
        "the report; check that none is missing."
    ),
    "unreadable_characters": ngettext_lazy(
        "%(count)s character of the file could not be read and was left out. Compare the text with the original.",
        "%(count)s characters of the file could not be read and were left out. Compare the text with the original.",
        "count",
    ),
    "encoding_guessed": gettext_lazy(
        "The file does not say how its characters are encoded; %(encoding)s was assumed. Look for wrong accents and "
        "quotation marks, or save the file as UTF-8 and import it again."
    ),
    "encoding_damaged": gettext_lazy(
        "Some characters of the file are damaged (%(encoding)s). Compare the text with the original."
    ),
    "file_cut_off": gettext_lazy("The file ends inside a character: it was cut off. Import the whole file."),
    "footnotes_set_aside": ngettext_lazy(
        "%(count)s footnote was set aside; the paragraphs are shown without its mark.",
        "%(count)s footnotes were set aside; the paragraphs are shown without their marks.",
        "count",
    ),
    "more_findings": ngettext_lazy(
        "%(count)s more finding of the same kind is not shown. Check that this is the text you meant to import.",
        "%(count)s more findings of the same kinds are not shown. Check that this is the text you meant to import.",
        "count",
    ),
    # the session
    "body_not_found": gettext_lazy("The text does not say which body adopted it. Choose the body on import."),
    "session_not_found": gettext_lazy("The text does not say which session this was. Choose the session on import."),
    "session_dates_not_found": gettext_lazy(
        "The text does not say where and when the session was held. The session's own record gives its days."
    ),
    "session_undated": gettext_lazy(
        "The report says that the session was held from %(start)s to %(end)s; the calendar has no days. "
        "The page of the session offers to take these."
    ),
    "session_dates_differ": gettext_lazy(
        "The report says that the session began on %(report)s; the calendar has another day, and keeps it. "
        "Check the session of the ordinal number %(ordinal)s."
    ),
    # the decisions
    "decision_known": gettext_lazy(
        "%(number)s: the body has this decision already. It was left as it is, and not read again."
    ),
    "decision_without_paragraphs": gettext_lazy(
        "%(decision)s: there is a heading and no text below it. Check whether the text was lost."
    ),
    "decision_without_operative": gettext_lazy(
        "%(decision)s: only a preamble was found. Check whether the operative paragraphs were lost."
    ),
    "decision_number_repeated": gettext_lazy(
        "%(decision)s: the number heads two decisions. Correct one of them in the file and import it again."
    ),
    "decision_number_missing": gettext_lazy(
        "%(decision)s was not found between %(before)s and %(after)s. Check whether its heading was lost."
    ),
    "decision_listed_not_read": gettext_lazy(
        "%(decision)s stands in the table of contents and was not found in the text. "
        "Check whether its heading was lost."
    ),
    "title_missing": gettext_lazy("%(decision)s: no title was found. Enter it on review."),
    "second_opening": gettext_lazy(
        "%(decision)s: the body is named a second time, as at the beginning of a decision. "
        "Check whether the heading of another decision was lost here."
    ),
    "ends_inside_sentence": gettext_lazy(
        "%(decision)s: the last paragraph %(label)s stops inside a sentence. The file may be cut off; "
        "import the whole text."
    ),
    # the paragraphs
    "label_missing": gettext_lazy(
        "%(decision)s: the label %(label)s stands where %(expected)s was due. Check whether a paragraph was lost."
    ),
    "label_order": gettext_lazy(
        "%(decision)s: the label %(label)s is out of order; %(expected)s was due. "
        "Check the labels against the original."
    ),
    "label_repeated": gettext_lazy(
        "%(decision)s: the label %(label)s occurs twice; %(expected)s was due. Check the labels against the original."
    ),
    "label_without_text": gettext_lazy(
        "%(decision)s: nothing stands after the label %(label)s. Check whether the paragraph was lost."
    ),
    "line_unplaced": gettext_lazy(
        "%(decision)s: this line has no place in the decision. Read it in the source and add what belongs to the text."
    ),
    # files that give no text
    "file_empty": gettext_lazy("The file is empty. Choose the file with the text of the report."),
    "file_binary": gettext_lazy(
        "The file holds no text. Save the report as Markdown or plain text and import that file."
    ),
    "file_too_large": gettext_lazy(
        "The file is larger than %(limit_mb)s MB. Import the report without pictures, or in parts."
    ),
    "file_not_found": gettext_lazy("There is no file “%(name)s”. Check its name and folder."),
    "file_not_opened": gettext_lazy("The file “%(name)s” could not be opened: %(reason)s."),
    "format_not_read": gettext_lazy(
        "Files of the format %(format)s are not read yet. Save the report as Markdown or plain text and import "
        "that file."
    ),
    "took_too_long": gettext_lazy(
        "The file was not read within %(seconds)s seconds. Import the report in parts, or tell the administrator."
    ),
    "too_much_memory": gettext_lazy(
        "Reading the file would take more than %(memory_mb)s MB of memory. Import the report in parts."
    ),
    "reader_failed": gettext_lazy(
        "The file could not be read (%(kind)s). Tell the administrator, with the file: this is a fault of the program."
    ),
}


def finding_sentence(code: str, params: Mapping[str, str | int]) -> str:
    """The finding, or the reason why a file gives no text, as a sentence in the active language."""
    said: dict[str, str | int] = dict(params)
    if "decision" in said:
        said["decision"] = said["decision"] or _("The unnumbered text")
    if "language" in said:
        said["language"] = str(LANGUAGES.get(str(said["language"]), said["language"]))
    if "label" in said:
        said["label"] = said["label"] or _("without a label")
    return str(FINDINGS[code] % said)
