"""Every language that is offered says everything, with the same placeholders."""

import re

import polib
import pytest
from django.conf import settings

OFFERED = [code for code, _name in settings.LANGUAGES if code != "en"]


def catalogue(code):
    return polib.pofile(str(settings.LOCALE_PATHS[0] / code.replace("-h", "_H") / "LC_MESSAGES" / "django.po"))


def placeholders(words):
    return set(re.findall(r"%\(\w+\)[a-z]|<[^>]+>", words))


@pytest.mark.parametrize("code", OFFERED)
def test_nothing_is_left_untranslated_or_guessed(code):
    entries = [entry for entry in catalogue(code) if not entry.obsolete]
    assert entries
    assert [entry.msgid for entry in entries if not entry.translated() or "fuzzy" in entry.flags] == []


@pytest.mark.parametrize("code", OFFERED)
def test_translations_hold_the_placeholders_of_their_sentence(code):
    wrong = []
    for entry in catalogue(code):
        known = placeholders(entry.msgid) | placeholders(entry.msgid_plural)
        for words in [entry.msgstr, *entry.msgstr_plural.values()]:
            if not placeholders(words) <= known:
                wrong.append((entry.msgid, words))
        if not entry.msgid_plural and placeholders(entry.msgstr) != known:
            wrong.append((entry.msgid, entry.msgstr))
    assert wrong == []


@pytest.mark.parametrize("code", OFFERED)
def test_plurals_have_every_form_of_the_language(code):
    po = catalogue(code)
    forms = int(re.search(r"nplurals=(\d)", po.metadata["Plural-Forms"])[1])
    assert [e.msgid for e in po if e.msgid_plural and not e.obsolete and len(e.msgstr_plural) != forms] == []
