"""A browser without script: follows links, fills in forms that stand on a page, keeps cookies. Nothing else."""

import html
import http.cookiejar
import mimetypes
import urllib.error
import urllib.parse
import urllib.request
import uuid
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Form:
    """A form as it stands on the page: its address, method, and what is filled in already."""

    action: str
    method: str
    values: dict[str, list[str]] = field(default_factory=dict)
    words: str = ""


class Page(HTMLParser):
    """A page: its words, its forms and its links."""

    def __init__(self, url: str, status: int, body: str) -> None:
        super().__init__()
        self.url, self.status, self.body = url, status, body
        self.forms: list[Form] = []
        self.links: dict[str, str] = {}
        self.pieces: list[str] = []
        self._form: Form | None = None
        self._select: str | None = None
        self._option: str | None = None
        self._area: str | None = None
        self._link: str | None = None
        self.feed(body)

    @property
    def words(self) -> str:
        """What a person reads, white space folded."""
        return " ".join(" ".join(self.pieces).split())

    def form(self, action: str) -> Form:
        """The first form whose address holds `action`."""
        found = [form for form in self.forms if action in form.action]
        assert found, f"no form {action!r} on {self.url}; there are {[form.action for form in self.forms]}"
        return found[0]

    def has_form(self, action: str) -> bool:
        return any(action in form.action for form in self.forms)

    def handle_starttag(self, tag, attrs):
        at = dict(attrs)
        if tag == "form":
            self._form = Form(at.get("action") or self.url, (at.get("method") or "get").lower())
            self.forms.append(self._form)
        elif tag == "a" and at.get("href"):
            self._link = at["href"]
        elif self._form is not None:
            self._field(tag, at)

    def _field(self, tag, at):
        name = at.get("name")
        if tag == "input" and name:
            kind = at.get("type", "text")
            if kind in {"checkbox", "radio"} and "checked" not in at:
                return
            if kind not in {"file", "submit"}:
                self._form.values.setdefault(name, []).append(at.get("value") or ("on" if kind == "checkbox" else ""))
        elif tag == "select" and name:
            self._select = name
        elif tag == "option" and self._select:
            if "selected" in at:
                self._form.values.setdefault(self._select, []).append(at.get("value") or "")
        elif tag == "textarea" and name:
            self._area = name
            self._form.values[name] = [""]

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = None
        elif tag == "textarea":
            self._area = None
        elif tag == "a":
            self._link = None

    def handle_data(self, data):
        if self._area and self._form:
            self._form.values[self._area][0] += data.lstrip("\r\n") if not self._form.values[self._area][0] else data
        self.pieces.append(data)
        if self._form is not None:
            self._form.words += data
        if self._link and data.strip():
            self.links.setdefault(data.strip(), self._link)


class Browser:
    """One person's browser."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    def open(self, address: str, data: bytes | None = None, headers: dict[str, str] | None = None) -> Page:
        """The page at an address of the site, after redirects, whatever its status."""
        url = urllib.parse.urljoin(self.base, html.unescape(address))
        assert url.startswith(self.base), f"{url} leads out of the site"
        request = urllib.request.Request(url, data=data, headers={"Referer": self.base, **(headers or {})})
        try:
            answer = self.opener.open(request, timeout=30)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            return Page(answer.url, answer.status, answer.read().decode("utf-8", "replace"))

    def send(self, form: Form, files: dict[str, tuple[str, bytes]] | None = None, **fields: str) -> Page:
        """The page that answers a form, filled in as it stood but for `fields` and `files`."""
        values = {**form.values, **{name: [value] for name, value in fields.items()}}
        pairs = [(name, value) for name, several in values.items() for value in several]
        if form.method == "get":
            return self.open(f"{form.action.partition('?')[0]}?{urllib.parse.urlencode(pairs)}")
        if files is None:
            return self.open(form.action, urllib.parse.urlencode(pairs).encode())
        edge = uuid.uuid4().hex
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in pairs
        ]
        for name, (filename, content) in files.items():
            kind = mimetypes.guess_type(filename)[0] or "application/octet-stream"
            head = f'--{edge}\r\nContent-Disposition: form-data; name="{name}"; filename="{filename}"\r\n'
            parts.append(f"{head}Content-Type: {kind}\r\n\r\n".encode() + content + b"\r\n")
        parts.append(f"--{edge}--\r\n".encode())
        return self.open(form.action, b"".join(parts), {"Content-Type": f"multipart/form-data; boundary={edge}"})

    def sign_in(self, email: str, password: str) -> Page:
        """The first page of that person."""
        page = self.open("/accounts/sign-in/")
        return self.send(page.form("/accounts/sign-in/"), username=email, password=password)
