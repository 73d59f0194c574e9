"""Uploads are stored whole or not at all."""

from django.core.files.base import ContentFile
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _

NO_ROOM = _("The server has no room for the file. Nothing was changed; tell an administrator, and send it again later.")


def store(field: FieldFile, name: str, content: bytes) -> None:
    """The file lies in its place; OSError where the disk has no room for it, and then no part of it stays."""
    try:
        field.save(name, ContentFile(content), save=False)
    except OSError:
        field.storage.delete(field.field.generate_filename(field.instance, name))
        raise
