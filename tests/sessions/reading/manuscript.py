"""One report in the project's own words, of which `editions` makes a file in every format.

A block: ("title", words), ("heading", level, words), ("text", depth, words), ("table", rows). The depth of a text is
that of its label: 0 has none, 1 to 3 are counted in the series of their decision. *Words* are italic, {1} marks a note.
"""

# ruff: noqa: E501  a block is a line

SERIES = {"letters": ("(a)", "(i)", "(1)"), "numbers": ("1.", "(a)", "(i)")}

NOTES = {
    "1": "HARB/5/INF.2, annex.",
    "2": "Registry of Harbours, vol. 12, No. 345.",
    "3": "See the report of the Working Group on Moorings on its meeting of March 2011 (HARB/5/4).",
}

REPORT = [
    ("title", "Report of the Conference on Harbour Safety on its fifth session, held in Portmouth from 10 to 14 October 2011"),
    ("heading", 1, "I. Decisions adopted by the Conference"),
    ("text", 0, "At its fifth session the Conference adopted the decisions that follow."),
    ("heading", 2, "Decision 5/1"),
    ("heading", 3, "Moorings and the safety of those who handle them"),
    ("series", "letters"),
    ("text", 0, "*The Conference on Harbour Safety*:"),
    ("text", 1, "*Recalled* its decision 4/2, in which it asked for a study of ropes that part under load,{1} and noted that the study had found more accidents than States had reported;"),
    ("text", 1, "*Took note* of the inventory of bollards in the Registry of Harbours{2} and of the gaps in it;"),
    ("text", 1, "*Requested* the Secretariat to collect from States, by 30 April 2012, particulars of the inspection of mooring lines in their harbours, and to analyse what they send;"),
    ("text", 1, "*Requested* the Working Group on Moorings:"),
    ("text", 2, "To compare the rules under which lines are withdrawn from service;"),
    ("text", 2, "To draft guidance on snap-back zones for harbours that handle ships of more than one hundred metres;"),
    ("text", 2, "To report on both to the Conference at its sixth session;"),
    ("text", 1, "*Invited* port authorities to share with the Secretariat, upon request, what near misses have taught them;"),
    ("text", 1, "*Urged* States to see to it that nobody stands in a snap-back zone while a line is under load, whatever the custom of the harbour may be;"),
    ("text", 1, "*Decided* to consider, at its sixth session, whether the guidance should become a recommendation of the Conference, taking into account the experience of those harbours that have worked under it in the meantime and the views of associations of linesmen;"),
    ("text", 1, "*Encouraged* States in a position to do so to contribute to the Harbour Safety Trust Fund;"),
    ("text", 1, "*Requested* the Secretariat to keep States informed of new kinds of lines, within existing resources."),
    ("heading", 2, "Decision 5/2"),
    ("heading", 3, "Lights on breakwaters"),
    ("series", "numbers"),
    ("text", 0, "*The Conference on Harbour Safety*,"),
    ("text", 0, "*Recalling* article 9 of the Convention on Harbour Safety,"),
    ("text", 0, "*Concerned* that lights fail most often when they are most needed,"),
    ("text", 1, "*Requests* the Secretariat to prepare, in consultation with States and with the associations of pilots, a list of breakwaters whose lights have failed more than once in a year, and to submit it to the Conference at its sixth session;{3}"),
    ("text", 1, "*Calls upon* States:"),
    ("text", 2, "To test the lights of their breakwaters every six months;"),
    ("text", 2, "To notify the Secretariat of failures, stating:"),
    ("text", 3, "The place of the light and how long it was dark;"),
    ("text", 3, "The cause, where it is known;"),
    ("text", 2, "To keep a second lamp ready at breakwaters on which passenger ships depend;"),
    ("text", 1, "*Decides* that the Secretariat shall report on the failures to the Conference at each session;"),
    ("text", 1, "*Also requests* the Secretariat to organize, subject to the availability of resources, two workshops on the upkeep of lights before the end of 2012."),
    ("heading", 1, "II. Organization of the session"),
    ("text", 0, "The Conference met in Portmouth from 10 to 14 October 2011. Thirty-one States took part in the session, and eleven organizations sent observers."),
    ("heading", 1, "Annex I"),
    ("heading", 2, "List of documents before the Conference at its fifth session"),
    ("table", [
        ("Document number", "Agenda item", "Title or description"),
        ("HARB/5/1", "1", "Provisional agenda and annotations"),
        ("HARB/5/4", "2", "Report of the Working Group on Moorings"),
        ("HARB/5/5", "3", "Note by the Secretariat on lights"),
    ]),
]  # fmt: skip
