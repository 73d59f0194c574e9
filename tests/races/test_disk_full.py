"""Where the disk is full a person reads so, and what was there is there."""


def test_a_report_for_which_there_is_no_room_is_refused_with_a_sentence_and_leaves_nothing(play):
    ends, told = play("DiskFull")
    assert ends == ["400 True"]
    assert told == {"reports": 0, "files": 0}


def test_where_the_database_is_full_a_person_reads_so_and_the_mandate_is_as_it_was(play_on_files):
    ends, told = play_on_files("DatabaseFull")
    assert ends == ["500 True"]
    assert told == {"status": "not_started", "changes": []}
