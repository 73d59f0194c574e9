"""Translations are compiled where they changed, without the tools of GNU gettext."""

import gettext
import os

import pytest
from django.core.management import CommandError, call_command

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.fixture
def catalogue(settings, tmp_path):
    """A catalogue in French, of one word."""
    folder = tmp_path / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    po = folder / "django.po"
    po.write_text(HEAD + 'msgid "harbour"\nmsgstr "port"\n', encoding="utf-8")
    settings.LOCALE_PATHS = [tmp_path]
    return po


def word(po):
    with po.with_suffix(".mo").open("rb") as file:
        return gettext.GNUTranslations(file).gettext("harbour")


def test_missing_one_is_compiled(catalogue, capsys):
    call_command("compile_translations")
    assert word(catalogue) == "port"
    assert str(catalogue) in capsys.readouterr().out


def test_changed_one_is_compiled_again(catalogue):
    call_command("compile_translations", verbosity=0)
    catalogue.write_text(HEAD + 'msgid "harbour"\nmsgstr "havre"\n', encoding="utf-8")
    later = catalogue.with_suffix(".mo").stat().st_mtime + 5
    os.utime(catalogue, (later, later))
    call_command("compile_translations")
    assert word(catalogue) == "havre"


def test_unchanged_one_is_left_alone(catalogue, capsys):
    call_command("compile_translations")
    capsys.readouterr()
    call_command("compile_translations")
    assert capsys.readouterr().out == ""


def test_fault_of_syntax_is_a_sentence(catalogue):
    catalogue.write_text(HEAD + "harbour is port\n", encoding="utf-8")
    with pytest.raises(CommandError, match="cannot be compiled"):
        call_command("compile_translations")
