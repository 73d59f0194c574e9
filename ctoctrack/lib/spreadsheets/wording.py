"""Why a spreadsheet gives no rows, and what is to be told of one, as sentences in the active language."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _


def sentence(code: str, params: Mapping[str, Any]) -> str:
    """The sentence of an Unreadable, or of something told of a sheet."""
    words = {
        "file_empty": _("The file is empty."),
        "file_gone": _("The file is no longer there. Send it again."),
        "file_too_large": _("The file is larger than %(limit_mb)s MB. Split the table in several files."),
        "unpacks_too_large": _("Unpacked, the file is larger than %(limit_mb)s MB. Save the one sheet as CSV."),
        "too_large_to_open": _("The file takes too much time or memory to open. Save the one sheet as CSV."),
        "too_many_rows": _("The table has more than %(limit)s rows. Split it in several files."),
        "too_many_columns": _("Row %(row)s has cells beyond the %(limit)sth column. Delete what stands there."),
        "cell_too_long": _("A cell in row %(row)s is too long, or a quotation mark is never closed. Look there."),
        "damaged": _("The file is damaged. Open it in your spreadsheet program, save it again and send that."),
        "encoding_damaged": _("The file says that it is %(encoding)s and is not. Save it as CSV in UTF-8."),
        "old_excel": _("This is an old Excel file (.xls) or one with a password. Save it as .xlsx without a password."),
        "no_spreadsheet": _("This is no spreadsheet. Send a CSV or an Excel file (.xlsx)."),
        "no_such_sheet": _("There is no sheet “%(sheet)s” in the file. Its sheets are: %(sheets)s."),
        "encoding_guessed": _("The file does not say how its letters are coded; it was read as %(encoding)s."),
        "merged": _("The cells %(cells)s are merged: each counts as holding what stands in the first."),
        "formula_without_value": _("The cell %(cell)s holds a formula without a stored value: it counts as empty."),
    }
    return words.get(code, words["damaged"]) % params
