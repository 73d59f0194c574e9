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
    "language_quoted": gettext_lazy(
        "The text is in %(language)s. Its paragraphs are set beside the English ones; no request is read from it."
    ),
    "language_without_decisions": gettext_lazy(
        "The text is in %(language)s, and no heading of a decision was found in it. Import the whole report, or put "
        "the number of the decision above its text."
    ),
    "decision_differs": ngettext_lazy(
        "%(number)s: the body has this decision; the file says %(count)s paragraph otherwise. Nothing was changed: "
        "compare them and decide.",
        "%(number)s: the body has this decision; the file says %(count)s paragraphs otherwise. Nothing was changed: "
        "compare them and decide.",
        "count",
    ),
    "decision_not_in_file": gettext_lazy(
        "%(number)s was adopted at the same session and is not in this file. It stays as it is."
    ),
    "draft_read": gettext_lazy(
        "%(number)s is a draft. Its requests can be confirmed and assigned; when the report comes, they are carried "
        "over to what was adopted."
    ),
    "draft_found": gettext_lazy(
        "%(number)s seems to have come of the draft %(draft)s. Compare them: nothing is carried over before a person "
        "confirms it."
    ),
    "translation_aligned": ngettext_lazy(
        "%(number)s: %(count)s paragraph was set beside the English one by its order.",
        "%(number)s: %(count)s paragraphs were set beside the English ones by their order.",
        "count",
    ),
    "translation_unaligned": ngettext_lazy(
        "%(number)s: %(count)s paragraph found no counterpart in English. Compare them and say where it belongs.",
        "%(number)s: %(count)s paragraphs found no counterpart in English. Compare them and say where they belong.",
        "count",
    ),
    "translation_unmatched": gettext_lazy(
        "%(number)s: no decision of this number is stored in English. Import the English text first, then this file."
    ),
    "corrections_read": ngettext_lazy(
        "The corrigendum words %(count)s correction. Nothing was changed: compare it and decide.",
        "The corrigendum words %(count)s corrections. Nothing was changed: compare them and decide.",
        "count",
    ),
    "correction_unplaced": gettext_lazy(
        "A correction names %(number)s %(label)s, where these words are not found. Make it by hand."
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
    "changes_tracked": gettext_lazy(
        "The document holds tracked changes: %(insertions)s insertions were read as text, %(deletions)s deletions "
        "were left out. Check that this is the text as adopted."
    ),
    "pictures_left_out": ngettext_lazy(
        "%(count)s picture was left out; words in it are not read.",
        "%(count)s pictures were left out; words in them are not read.",
        "count",
    ),
    "running_heads_left_out": ngettext_lazy(
        "%(count)s line at the head or foot of pages was left out as running head or page number.",
        "%(count)s lines at the head or foot of pages were left out as running heads or page numbers.",
        "count",
    ),
    "specks_left_out": ngettext_lazy(
        "%(count)s sign at the edge of a line was left out as a speck of the print.",
        "%(count)s signs at the edges of lines were left out as specks of the print.",
        "count",
    ),
    "words_mended": ngettext_lazy(
        "%(count)s word was mended that text recognition seems to have misread: %(words)s. Compare it with the "
        "original.",
        "%(count)s words were mended that text recognition seems to have misread: %(words)s. Compare them with the "
        "original.",
        "count",
    ),
    "pages_without_text": gettext_lazy(
        "These pages hold no text and were not read: %(pages)s. If they are scanned, run text recognition (OCR) on "
        "the file and import what that gives."
    ),
    "pages_not_read": gettext_lazy(
        "These pages are damaged and were not read, or not to their end: %(pages)s. Compare the text with the original."
    ),
    "nested_too_deep": gettext_lazy(
        "Lists or tables of the page lie in one another deeper than can be read; what follows there was left out. "
        "Compare the text with the original."
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
        "%(number)s: the body has this decision already, in the same words. It was left as it is."
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
    # what the report says besides
    "adoption_not_found": gettext_lazy(
        "%(decision)s: the report tells how other decisions were adopted, and not this one. Enter the day by hand."
    ),
    "statement_without_draft": gettext_lazy(
        "A financial statement names no draft, so that it hangs on none. Read it in the report (annex %(annex)s)."
    ),
    "statement_without_paragraphs": gettext_lazy(
        "The financial statement on the draft %(draft)s names no paragraph and no amount. Read it in the report."
    ),
    "agenda_not_read": gettext_lazy(
        "There is a provisional agenda of a later session, and no items were found under its heading. "
        "Enter them by hand."
    ),
    "agenda_known": gettext_lazy(
        "The report prints a provisional agenda of the session of the ordinal number %(ordinal)s; the calendar has "
        "another, and keeps it. Compare them."
    ),
    "documents_not_read": gettext_lazy(
        "There is a list of documents, and no symbols were found under its heading. Enter the documents by hand."
    ),
    "attendance_not_read": gettext_lazy(
        "There is a list of participants, and no States or organizations could be told from persons in it. "
        "It was left aside."
    ),
    "attendance_left_out": ngettext_lazy(
        "Attendance: %(count)s entry of the list was left out, since it may be the name of a person.",
        "Attendance: %(count)s entries of the list were left out, since they may be names of persons.",
        "count",
    ),
    # files that give no text
    "file_empty": gettext_lazy("The file is empty. Choose the file with the text of the report."),
    "file_binary": gettext_lazy(
        "The file holds no text. Save the report as Word (.docx) or as a PDF with text and import that file."
    ),
    "file_too_large": gettext_lazy(
        "The file is larger than %(limit_mb)s MB. Import the report without pictures, or in parts."
    ),
    "file_not_found": gettext_lazy("There is no file “%(name)s”. Check its name and folder."),
    "file_not_opened": gettext_lazy("The file “%(name)s” could not be opened: %(reason)s."),
    "format_not_read": gettext_lazy(
        "Files of the format %(format)s are not read. Open the report in the program that made it, save it as "
        "Word (.docx) or as a PDF with text, and import that file."
    ),
    "not_what_name_says": gettext_lazy(
        "“%(name)s” is not what its name says. Open the report in the program that made it, save it again as Word "
        "(.docx), PDF, HTML, Markdown or plain text, and import that file."
    ),
    "file_damaged": gettext_lazy(
        "The file is damaged: it says that it is %(format)s and cannot be opened as such. Open it in the program that "
        "made it, save it again and import that file."
    ),
    "file_encrypted": gettext_lazy(
        "The file is protected by a password. Save it without a password and import that file."
    ),
    "file_without_text": gettext_lazy(
        "The file opens and holds no text. If its pages are pictures, run text recognition (OCR) on them, and import "
        "what that gives."
    ),
    "pdf_without_text": gettext_lazy(
        "The PDF holds pictures of pages and no text: it was scanned. Run text recognition (OCR) on it, save it as a "
        "PDF with text, and import that file."
    ),
    "pdf_letters_unknown": gettext_lazy(
        "The PDF does not say which letters its characters stand for. Import the report as Word (.docx), or run text "
        "recognition (OCR) on the PDF and import what that gives."
    ),
    "macros_not_read": gettext_lazy(
        "The file holds macros. Save the report as a Word document without macros (.docx) and import that file."
    ),
    "file_unpacks_too_large": gettext_lazy(
        "A part of the file would fill more than %(limit_mb)s MB when unpacked; it was not opened. Save the report "
        "again without pictures and attachments, and import that file."
    ),
    "file_has_entities": gettext_lazy(
        "The file declares abbreviations of its own (XML entities), as no office program does; it was not opened. "
        "Open the report in Word, save it again and import that file."
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
    if "annex" in said:
        said["annex"] = said["annex"] or "–"
    if "label" in said:
        said["label"] = said["label"] or _("without a label")
    return str(FINDINGS[code] % said)
