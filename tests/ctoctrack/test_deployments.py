"""The ways to run it agree: `make services`, which the tests try, Procfile, docker-compose.yml and Dockerfile."""

import http.server
import json
import re
import subprocess
import threading
import tomllib
from pathlib import Path

import pytest
import yaml

from ctoctrack import installation, supervisor
from ctoctrack.servers import CLUSTER, QUEUE, Servers, program

ROOT = Path(__file__).resolve().parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]
OURS = ("web", "worker", "beat")


def with_defaults(line):
    """A line of Procfile as it runs where nobody has set a variable."""
    return re.sub(r"\$\{\w+:-(\w+)\}", r"\1", line)


PROCFILE = {name: with_defaults(line) for name, line in installation.procfile().items()}


def steps(line):
    return [step.strip() for step in line.split("&&")]


def test_the_same_processes_run_everywhere():
    assert PROCFILE.keys() == {installation.ONCE, *OURS}
    assert COMPOSE.keys() == {"prepare", *OURS, *Servers(Path("/")).commands()}


def test_web_runs_the_same_command():
    command = json.loads(re.search(r"^CMD (\[.*\])$", DOCKERFILE, re.MULTILINE)[1])
    assert "command" not in COMPOSE["web"], "it is that of the image"
    # In a container the proxy is another machine.
    assert " ".join(command).replace("0.0.0.0", "127.0.0.1") == PROCFILE["web"]


@pytest.mark.parametrize("name", ["worker", "beat"])
def test_worker_and_beat_run_the_same_command(name):
    assert COMPOSE[name]["command"] == PROCFILE[name]


def test_what_is_done_before_is_the_same():
    built = re.findall(r"python manage\.py \w+", DOCKERFILE)
    prepared = steps(re.fullmatch(r'sh -c "(.*)"', COMPOSE["prepare"]["command"])[1])
    assert sorted(built + prepared) == sorted(steps(PROCFILE[installation.ONCE]))
    for name in OURS:
        assert COMPOSE[name]["depends_on"] == {"prepare": {"condition": "service_completed_successfully"}}


@pytest.mark.parametrize("name", ["prepare", *OURS])
def test_every_process_is_told_the_same(name):
    told = installation.environment(Servers(ROOT / "var", postgres_port=5432, valkey_port=6379))
    for variable in ("CTOCTRACK_VAR", "DATABASE_URL", "CELERY_BROKER_URL"):
        assert variable in told
        assert variable in COMPOSE[name]["environment"]
    assert COMPOSE[name]["environment"]["DATABASE_URL"].endswith("@postgres/ctoctrack")
    assert COMPOSE[name]["environment"]["CELERY_BROKER_URL"] == "redis://valkey:6379/0"
    assert COMPOSE[name]["env_file"] == ".env"


def test_the_port_is_the_same():
    port = re.search(r"^EXPOSE (\d+)$", DOCKERFILE, re.MULTILINE)[1]
    assert COMPOSE["web"]["ports"] == [f"127.0.0.1:{port}:{port}"], "open to the proxy of this machine alone"
    assert f":{port} " in PROCFILE["web"]
    assert f"answers({port})" in COMPOSE["web"]["healthcheck"]["test"][-1]


def test_files_lie_where_the_image_has_made_room():
    folder = re.search(r"CTOCTRACK_VAR=(\S+)", DOCKERFILE)[1]
    assert COMPOSE["web"]["environment"]["CTOCTRACK_VAR"] == folder
    assert f"VOLUME {folder}\n" in DOCKERFILE
    assert COMPOSE["web"]["volumes"] == COMPOSE["worker"]["volumes"] == [f"files:{folder}"]


def test_servers_are_set_up_the_same():
    assert COMPOSE["postgres"]["environment"]["POSTGRES_INITDB_ARGS"].split() == list(CLUSTER)
    assert COMPOSE["valkey"]["command"].split() == ["valkey-server", *QUEUE]


@pytest.mark.parametrize(
    ("service", "name"), [("postgres", "postgres"), ("valkey", "valkey-server")], ids=["PostgreSQL", "Valkey"]
)
def test_servers_are_of_the_same_version(service, name):
    said = subprocess.run([program(name), "--version"], capture_output=True, text=True, check=True).stdout
    image, _, version = COMPOSE[service]["image"].partition(":")
    assert image in {"postgres", "valkey/valkey"}
    assert re.search(r"\d+", said)[0] == version


def test_the_image_has_a_python_for_which_it_is_made():
    version = re.search(r"^FROM python:(\d+\.\d+)-slim$", DOCKERFILE, re.MULTILINE)[1]
    made_for = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    low, high = re.fullmatch(r">=3\.(\d+),<3\.(\d+)", made_for).groups()
    assert int(low) <= int(version.partition(".")[2]) < int(high)


@pytest.mark.django_db
def test_health_is_asked_for_where_there_is_an_answer_in_production_too(client, settings):
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT = ["track.example.org"], True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    answer = client.get(supervisor.LIVE, headers={"host": "track.example.org", "x-forwarded-proto": "https"})
    assert answer.status_code == 200


@pytest.mark.parametrize(("status", "healthy"), [(200, True), (400, True), (500, False), (503, False)])
def test_health_is_asked_for_as_a_browser_asks_through_the_proxy(monkeypatch, status, healthy):
    monkeypatch.setenv("BASE_URL", "https://track.example.org")
    heard = []

    class Web(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            heard.append((self.path, self.headers["Host"], self.headers["X-Forwarded-Proto"]))
            self.send_response(status)
            self.end_headers()

        def log_message(self, *args):
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Web) as web:
        thread = threading.Thread(target=web.handle_request)
        thread.start()
        assert supervisor.answers(web.server_port) is healthy
        thread.join()
    assert heard == [("/health/live/", "track.example.org", "https")]
