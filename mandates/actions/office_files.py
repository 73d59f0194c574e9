"""What a file of an office program may hold: the parts of its kind, no program, and no more than fits."""

import io
import zipfile

from django.conf import settings

LARGEST = 10  # times EVIDENCE_MAX_BYTES: what all parts say they hold when unpacked
PARTS = {
    ".docx": "word/document.xml",
    ".xlsx": "xl/workbook.xml",
    ".pptx": "ppt/presentation.xml",
    ".odt": "content.xml",
    ".ods": "content.xml",
}
PROGRAMS = ("vbaproject.bin", "vbadata.xml", ".exe", ".dll", ".js", ".vbs")  # macros, and what hides beside them
FOLDERS_OF_PROGRAMS = ("basic/", "scripts/")  # of OpenDocument


def is_office_file(content: bytes, ending: str) -> bool:
    """Is it a file of the kind that its ending names, without macros, and of a size that can be unpacked?"""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False
    names = [part.filename.lower() for part in parts]
    holds_program = any(name.endswith(PROGRAMS) or name.startswith(FOLDERS_OF_PROGRAMS) for name in names)
    fits = sum(part.file_size for part in parts) <= LARGEST * settings.EVIDENCE_MAX_BYTES
    return PARTS.get(ending) in names and fits and not holds_program


def is_packed(content: bytes) -> bool:
    """Would a program that unpacks files take it? One that begins as something else is two things at once."""
    return zipfile.is_zipfile(io.BytesIO(content))
