import pytest

from mandates.extraction.references import references


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in its decision 3/2 and since", ["decision 3/2"]),
        ("decisions 2/6 and 3/4", ["decisions 2/6 and 3/4"]),
        ("resolutions 61/144 of 19 December 2006", ["resolutions 61/144"]),
        ("resolution A/RES/64/263", ["resolution A/RES/64/263"]),
        ("decision 1/CP.16", ["decision 1/CP.16"]),
        ("decision XII/28", ["decision XII/28"]),
        ("decision BC-14/3", ["decision BC-14/3"]),
        ("resolution WHA66.12", ["resolution WHA66.12"]),
        ("decision IPBES-1/2", ["decision IPBES-1/2"]),
        ("Resolution Conf. 11.1 (Rev. CoP18)", ["Resolution Conf. 11.1 (Rev. CoP18)"]),
        ("the paper CTOC/COP/2008/16", ["CTOC/COP/2008/16"]),
        ("under article 32, paragraph 3, of it", ["article 32, paragraph 3"]),
        ("articles 12, 13, 16 and 18", ["articles 12, 13, 16 and 18"]),
        ("rule 18 and paragraph 2 above", ["rule 18", "paragraph 2"]),
        ("the decision of the group", []),
    ],
)
def test_what_is_cited_is_given_as_printed_with_its_place(text, found):
    cited = references(text, "1.")
    assert [reference.text for reference in cited] == found
    assert all(text[r.span.start : r.span.end] == r.text for r in cited)
