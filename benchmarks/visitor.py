"""A signed-in visitor over HTTP, who measures how long answers take."""

import http.client
import re
import statistics
import time
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")


@dataclass
class Times:
    """What was measured of one page."""

    seconds: list[float] = field(default_factory=list)
    queries: int | None = None
    size: int = 0

    def add(self, answer: Answer) -> None:
        self.seconds.append(answer.seconds)
        self.size = len(answer.body)
        if "x-queries" in answer.headers:
            self.queries = max(self.queries or 0, int(answer.headers["x-queries"]))

    @property
    def median(self) -> float:
        return statistics.median(self.seconds) * 1000

    @property
    def late(self) -> float:
        """The 95th percentile."""
        return statistics.quantiles(self.seconds, n=20)[-1] * 1000 if len(self.seconds) > 1 else self.median


class Visitor:
    """Keeps cookies and one connection, as a browser does; follows no redirect."""

    def __init__(self, base: str) -> None:
        address = urlsplit(base)
        self.base, self.path = base.rstrip("/"), address.path.rstrip("/")
        kind = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
        self.connection = kind(address.netloc, timeout=120)
        self.cookies: dict[str, str] = {}
        self.asked = 0

    def number(self) -> int:
        """Another each time."""
        self.asked += 1
        return self.asked

    def ask(self, method: str, path: str, data: dict[str, str] | None = None) -> Answer:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), "Referer": self.base}
        body = None
        if data is not None:
            body = urlencode(data)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        begun = time.perf_counter()
        self.connection.request(method, self.path + path, body, headers)
        response = self.connection.getresponse()
        content = response.read()
        seconds = time.perf_counter() - begun
        for line in response.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: each.value for name, each in SimpleCookie(line).items()}
        return Answer(response.status, {k.lower(): v for k, v in response.headers.items()}, content, seconds)

    def get(self, path: str) -> Answer:
        answer = self.ask("GET", path)
        if answer.status != 200:
            raise RuntimeError(f"GET {path}: {answer.status} {answer.headers.get('location', '')}")
        return answer

    def post(self, path: str, data: dict[str, str], expected: tuple[int, ...] = (302, 303)) -> Answer:
        answer = self.ask("POST", path, data)
        if answer.status not in expected:
            raise RuntimeError(f"POST {path}: {answer.status}")
        return answer

    def hidden(self, path: str, name: str) -> str:
        """The value of a hidden field on a page: a token."""
        text = self.get(path).text
        tags = [tag for tag in re.findall(r"<input[^>]*>", text) if f'name="{name}"' in tag]
        value = re.search(r'value="([^"]*)"', tags[0]) if tags else None
        if value is None:
            raise RuntimeError(f"{path} holds no field {name}")
        return value[1]

    def sign_in(self, path: str, fields: dict[str, str], token: str = "csrfmiddlewaretoken") -> None:
        extra = {token: self.hidden(path, token)} if token else {}
        self.post(path, fields | extra)

    def measure(self, path: str, times: int) -> Times:
        """After three visits that do not count."""
        found = Times()
        for number in range(times + 3):
            answer = self.get(path)
            if number >= 3:
                found.add(answer)
        return found
