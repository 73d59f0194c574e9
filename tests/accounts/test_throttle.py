"""So many tries per account, six times as many per address, within a window."""

import pytest

from ctoctrack.accounts import throttle


@pytest.fixture(autouse=True)
def three_tries(settings):
    settings.SIGN_IN_TRIES = 3


def tries(count, account="pilot@office.example", address="192.0.2.1", purpose="sign-in"):
    return [throttle.take(purpose, account, address) for _ in range(count)]


def test_an_account_has_its_tries_and_no_more():
    assert tries(4) == [True, True, True, False]


def test_capitals_do_not_make_another_account():
    tries(3)
    assert tries(1, account="Pilot@Office.Example") == [False]


def test_an_account_is_throttled_from_whatever_address():
    tries(3)
    assert tries(1, address="198.51.100.7") == [False]


def test_an_address_that_tries_many_accounts_is_throttled():
    assert all(tries(1, account=f"officer{number}@office.example")[0] for number in range(18))
    assert tries(1, account="one-more@office.example") == [False]


def test_purposes_are_counted_apart():
    tries(3)
    assert tries(1, purpose="password-reset") == [True]


def test_a_success_gives_the_account_its_tries_back_but_not_the_failures_of_the_address():
    for number in range(17):
        tries(1, account=f"officer{number}@office.example")
    assert tries(1) == [True]
    throttle.forgive("sign-in", "pilot@office.example", "192.0.2.1")
    assert tries(2) == [True, False]


def test_tries_are_forgotten_after_the_window(settings):
    settings.SIGN_IN_WINDOW = 0  # a window that has passed as soon as it opens
    assert tries(10) == [True] * 10


def test_no_address_of_a_person_stands_in_the_cache():
    keys = throttle._slots("sign-in", "account", "pilot@office.example", 1)
    assert "pilot" not in keys[0]


def test_without_a_proxy_of_ours_nobody_chooses_their_address(rf, settings):
    settings.SECURE_PROXY_SSL_HEADER = None
    request = rf.get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR="203.0.113.9")
    assert throttle.address_of(request) == "192.0.2.1"


def test_behind_a_proxy_of_ours_the_address_is_the_one_that_it_saw(rf, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    request = rf.get("/", REMOTE_ADDR="10.0.0.2", HTTP_X_FORWARDED_FOR="203.0.113.9, 192.0.2.1")
    assert throttle.address_of(request) == "192.0.2.1"
