"""A reader that dies in the middle of storing leaves nothing half: the report is read again, and stands once."""


def test_an_import_killed_half_way_leaves_nothing_and_is_made_up(play):
    ends, told = play("ImportKilled")
    assert ends == ["killed"]
    assert told["half"] == {"state": "reading", "stored": [0, 0, 0, 0]}
    assert told["again"] == [True]
    assert told["state"] == "read"
    decisions, paragraphs, readings, mandates = told["stored"]
    assert decisions == 3
    assert paragraphs >= 4
    assert (readings, mandates) == (1, 3)
