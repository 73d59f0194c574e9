"""Every page of ours, with who reads it; what has no page, with the reason. A test holds that no address is missing."""

from typing import NamedTuple

from django.urls import reverse

from tests.browser.house import House


class Visit(NamedTuple):
    """A page: the address by name and what fills its gaps, who reads it, and what else is asked of it."""

    name: str
    role: str
    args: tuple[str, ...] = ()
    query: str = ""
    press: tuple[str, ...] = ()  # selectors of what is pressed there; the last posts, and leads to the page
    status: int = 200

    def address(self, house: House) -> str:
        """Where the page is in that house."""
        return reverse(self.name, args=[house.keys.get(arg, arg) for arg in self.args]) + self.query

    def __str__(self) -> str:
        """The page in words."""
        more = [word for word in (*self.args, self.query, "then posted" if self.press else "") if word]
        return " ".join([self.name, *more]) + f" ({self.role})"


ONE = ("body", "reference")
DECISION = ("body", "decisions", "decision")
SUBMIT = "main form[method=post] button[type=submit], main form[method=post] button:not([type])"
TO_PREVIEW = (
    "article:has([name$=-with_status]) [name$=-chosen]",
    "form[action$='/release/preview/'] button",
)

PAGES = [
    Visit("accounts:sign-in", "stranger"),
    Visit("accounts:sign-in", "stranger", press=(SUBMIT,), status=400),
    Visit("accounts:profile", "officer"),
    Visit("accounts:profile", "delegation"),
    Visit("accounts:absence", "officer"),
    Visit("accounts:password-change", "officer"),
    Visit("accounts:password-reset", "stranger"),
    Visit("accounts:password-reset-sent", "stranger"),
    Visit("accounts:password-reset-done", "stranger"),
    Visit("accounts:password-reset-confirm", "stranger", ("uid", "token")),
    Visit("accounts:password-reset-confirm", "stranger", ("x", "y")),
    Visit("sessions:reports", "secretary"),
    Visit("sessions:report-new", "secretary"),
    Visit("sessions:report-new", "secretary", press=(SUBMIT,), status=400),
    Visit("mandates:overview", "secretary"),
    Visit("mandates:overview", "officer"),
    Visit("mandates:mine", "officer"),
    Visit("mandates:mine", "delegation"),
    Visit("mandates:groups", "secretary"),
    Visit("mandates:group", "secretary", ("body",)),
    Visit("mandates:group", "secretary", ("group",)),
    Visit("mandates:list", "secretary"),
    Visit("mandates:list", "secretary", query="?q=nothinglikethis"),
    Visit("mandates:list", "delegation"),
    Visit("mandates:repeats", "secretary", ("proposed-report",)),
    Visit("mandates:repeats", "auditor", ("report",)),
    Visit("mandates:differences", "secretary", ("differing",)),
    Visit("mandates:differences", "auditor", ("adopting",)),
    Visit("mandates:spreadsheet-new", "secretary"),
    Visit("mandates:spreadsheet-new", "secretary", press=(SUBMIT,), status=400),
    Visit("mandates:spreadsheet", "secretary", ("spreadsheet",)),
    Visit("mandates:sessions", "secretary"),
    Visit("mandates:session-new", "secretary"),
    Visit("mandates:session-new", "secretary", press=(SUBMIT,), status=400),
    Visit("mandates:session", "secretary", ("session",)),
    Visit("mandates:session-days", "secretary", ("session",)),
    Visit("mandates:type-decision", "secretary"),
    Visit("mandates:type-decision", "secretary", press=(SUBMIT,), status=400),
    Visit("mandates:review", "secretary", ("report",)),
    Visit("mandates:review", "secretary", ("proposed-report",), query="?show=proposed"),
    Visit("mandates:review", "auditor", ("report",), query="?show=confirmed"),
    Visit("mandates:decline", "secretary", ("proposed-report", "proposed")),
    Visit("mandates:undo", "secretary", ("report", "confirmed")),
    Visit("mandates:review-edit", "secretary", ("proposed-report", "proposed")),
    Visit("mandates:review-edit", "secretary", ("report", "confirmed")),
    Visit("mandates:review-edit", "secretary", ("report", "confirmed"), press=(SUBMIT,), status=400),
    Visit("mandates:review-split", "secretary", ("proposed-report", "proposed")),
    Visit("mandates:review-merge", "secretary", ("proposed-report", "proposed")),
    Visit("mandates:review-add", "secretary", ("proposed-report", "proposed-paragraph")),
    Visit("mandates:statements", "secretary", ("report",)),
    Visit("mandates:statements", "auditor", ("report",)),
    Visit("mandates:map-statement", "secretary", ("report", "stated")),
    Visit("mandates:map-statement", "secretary", ("report", "stated"), press=(SUBMIT,), status=400),
    Visit("mandates:document", "secretary", ("HARB/3/L.3/Rev.1",)),
    Visit("mandates:session", "secretary", ("past-session",)),
    Visit("mandates:release", "secretary"),
    Visit("mandates:release", "secretary", press=TO_PREVIEW),
    Visit("mandates:ask-withdrawal", "secretary", ("release",)),
    Visit("mandates:outbox", "secretary"),
    Visit("mandates:message", "secretary", ("message",)),
    Visit("mandates:silence-by-link", "stranger", ("silence-link",)),
    Visit("mandates:silence-by-link", "stranger", ("x",), status=404),
    Visit("mandates:unsubscribe", "stranger", ("stop-link",)),
    Visit("mandates:health", "administrator"),
    Visit("mandates:progress", "delegation"),
    Visit("mandates:progress-body", "delegation", ("body",)),
    Visit("mandates:progress-body", "bureau", ("body",)),
    Visit("mandates:progress-body", "stranger", ("body",)),
    Visit("mandates:progress-asked", "delegation", ("body",)),
    Visit("mandates:progress-group", "delegation", ("body", "group")),
    Visit("mandates:progress-decision", "delegation", DECISION),
    Visit("mandates:detail", "secretary", ONE),
    Visit("mandates:detail", "officer", ONE),
    Visit("mandates:detail", "head", ("body", "reported")),
    Visit("mandates:detail", "secretary", ("body", "asked")),
    Visit("mandates:status", "head", ("body", "reported", "verify")),
    Visit("mandates:update", "officer", ONE),
    Visit("mandates:evidence", "officer", ONE),
    Visit("mandates:assign", "secretary", ONE),
    Visit("mandates:waiting", "officer", ONE),
    Visit("mandates:silence", "officer", ONE),
    Visit("mandates:target", "secretary", ONE),
    Visit("mandates:target-ask", "officer", ONE),
    Visit("mandates:target-answer", "secretary", ("body", "wished", "wish")),
    Visit("mandates:people", "secretary"),
    Visit("mandates:hand-over", "secretary", ("officer",)),
    Visit("mandates:decision", "secretary", DECISION),
    Visit("mandates:decision", "officer", ("body", "decisions", "nowhere"), status=404),
]

POSTED = "changes something and leads back to a page that is visited"
NO_PAGES = {
    "set_language": POSTED,
    "accounts:sign-out": POSTED,
    "accounts:absence-end": POSTED,
    "mandates:confirm-clear": POSTED,
    "mandates:confirm": POSTED,
    "mandates:propose-again": POSTED,
    "mandates:choose-group": POSTED,
    "mandates:review-take-back": POSTED,
    "mandates:release-preview": "the release page, then posted",
    "mandates:release-send": POSTED,
    "mandates:withdraw": POSTED,
    "mandates:keep": POSTED,
    "mandates:unmap-statement": POSTED,
    "mandates:target-take-back": POSTED,
    "mandates:message-resend": POSTED,
    "mandates:message-settle": POSTED,
    "mandates:take-harmless": POSTED,
    "mandates:decide-difference": POSTED,
    "mandates:trace-draft": POSTED,
    "mandates:concordance": POSTED,
    "mandates:export": "a file for a spreadsheet program",
    "mandates:spreadsheet-import": POSTED,
    "mandates:repeat-decide": POSTED,
    "mandates:repeats-look": POSTED,
    "mandates:search": "leads to the list, or to the mandate that is named",
    "mandates:paragraph": "leads to its place on the page of the decision",
    "mandates:evidence-file": "a file that somebody uploaded",
    "mandates:health-live": "an answer to machines",
    "admin/login/": "leads to the page where one signs in",
    "admin": "pages of Django's own administration",
}
