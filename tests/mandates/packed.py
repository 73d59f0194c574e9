"""Archives, of which files of office programs are one kind."""

import io
import zipfile

from mandates.actions.office_files import PARTS


def packed(parts, before=b""):
    """An archive of these parts, with something before it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return before + file.getvalue()


OFFICE = packed(dict.fromkeys(PARTS.values(), b"<x/>"))  # taken for a file of any office program
