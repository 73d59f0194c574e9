"""Addresses of everything that shows mandates. Those that begin with a body come last."""

from django.urls import path, re_path, register_converter

from mandates.views import (
    comparing,
    correcting,
    decision,
    detail,
    differences,
    documents,
    exporting,
    groups,
    health,
    judging,
    keeping,
    listing,
    moving,
    outbox,
    overview,
    people,
    progress,
    release,
    repeats,
    review,
    silencing,
    spreadsheets,
    statements,
    targets,
    typing,
)
from mandates.views import sessions as calendar

app_name = "mandates"


class Kinds:
    """Decisions or resolutions."""

    regex = "decisions|resolutions"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Kinds, "kinds")

urlpatterns = [
    path("", overview.overview, name="overview"),
    path("mine/", overview.mine, name="mine"),
    path("groups/", groups.groups, name="groups"),
    path("groups/<slug:slug>/", groups.group, name="group"),
    path("mandates/", listing.mandates, name="list"),
    path("mandates/export/<slug:form>/", exporting.export, name="export"),
    path("mandates/spreadsheets/new/", spreadsheets.new, name="spreadsheet-new"),
    path("mandates/spreadsheets/<int:pk>/", spreadsheets.spreadsheet, name="spreadsheet"),
    path("mandates/spreadsheets/<int:pk>/import/", spreadsheets.import_it, name="spreadsheet-import"),
    path("search/", listing.search, name="search"),
    path("sessions/", calendar.sessions, name="sessions"),
    path("sessions/new/", calendar.new_session, name="session-new"),
    path("sessions/<slug:slug>/", calendar.session, name="session"),
    path("sessions/<slug:slug>/days/", moving.move, name="session-days"),
    path("reports/type/", typing.type_decision, name="type-decision"),
    path("reports/<int:pk>/review/", review.review, name="review"),
    path("reports/<int:pk>/review/confirm-clear/", judging.confirm_clear, name="confirm-clear"),
    path("reports/<int:pk>/review/<int:mandate>/confirm/", judging.confirm, name="confirm"),
    path("reports/<int:pk>/review/<int:mandate>/decline/", judging.decline, name="decline"),
    path("reports/<int:pk>/review/<int:mandate>/undo/", judging.undo, name="undo"),
    path("reports/<int:pk>/review/<int:mandate>/propose-again/", judging.propose_again, name="propose-again"),
    path("reports/<int:pk>/review/<int:mandate>/edit/", correcting.edit, name="review-edit"),
    path("reports/<int:pk>/review/<int:mandate>/split/", correcting.split, name="review-split"),
    path("reports/<int:pk>/review/<int:mandate>/merge/", correcting.merge, name="review-merge"),
    path("reports/<int:pk>/review/<int:mandate>/take-back/", judging.take_back, name="review-take-back"),
    path("reports/<int:pk>/review/paragraph/<int:paragraph>/add/", correcting.add, name="review-add"),
    path("reports/<int:pk>/review/group/<int:decision>/", judging.choose_group, name="choose-group"),
    path("reports/<int:pk>/differences/", differences.differences, name="differences"),
    path("reports/<int:pk>/differences/harmless/", comparing.take_harmless, name="take-harmless"),
    path("reports/<int:pk>/differences/<int:difference>/", comparing.decide, name="decide-difference"),
    path("reports/<int:pk>/drafts/", comparing.trace, name="trace-draft"),
    path("reports/<int:pk>/drafts/<int:concordance>/", comparing.concordance, name="concordance"),
    path("reports/<int:pk>/statements/", statements.statements, name="statements"),
    path("reports/<int:pk>/statements/<int:stated>/", statements.map_one, name="map-statement"),
    path("reports/<int:pk>/statements/<int:stated>/undo/", statements.undo, name="unmap-statement"),
    path("documents/<path:symbol>/", documents.document, name="document"),
    path("reports/<int:pk>/repeats/", repeats.repeats, name="repeats"),
    path("reports/<int:pk>/repeats/look/", repeats.look, name="repeats-look"),
    path("reports/<int:pk>/repeats/<int:repeat>/<slug:name>/", repeats.decide, name="repeat-decide"),
    path("release/", release.waiting, name="release"),
    path("release/preview/", release.preview, name="release-preview"),
    path("release/send/", release.release, name="release-send"),
    path("release/<int:pk>/ask-withdrawal/", release.ask_withdrawal, name="ask-withdrawal"),
    path("release/<int:pk>/withdraw/", release.withdraw, name="withdraw"),
    path("release/<int:pk>/keep/", release.keep, name="keep"),
    path("outbox/", outbox.outbox, name="outbox"),
    path("outbox/<int:pk>/", outbox.message, name="message"),
    path("outbox/<int:pk>/resend/", outbox.resend, name="message-resend"),
    path("outbox/<int:pk>/settle/", outbox.settle, name="message-settle"),
    path("mail/silence/<str:token>/", silencing.silence_by_link, name="silence-by-link"),
    path("mail/stop/<str:token>/", silencing.unsubscribe, name="unsubscribe"),
    path("people/", people.people, name="people"),
    path("people/<int:pk>/hand-over/", people.handing_over, name="hand-over"),
    path("health/", health.health, name="health"),
    path("health/live/", health.live, name="health-live"),
    path("progress/", progress.index, name="progress"),
    path("progress/<slug:body>/", progress.body, name="progress-body"),
    path("progress/<slug:body>/asked/", progress.asked, name="progress-asked"),
    path("progress/<slug:body>/groups/<slug:slug>/", progress.group, name="progress-group"),
    path("progress/<slug:body>/<kinds:kinds>/<str:slug>/", progress.decision, name="progress-decision"),
    path("<slug:body>/mandates/<str:reference>/", detail.detail, name="detail"),
    path("<slug:body>/mandates/<str:reference>/status/<slug:name>/", detail.status, name="status"),
    path("<slug:body>/mandates/<str:reference>/update/", detail.update, name="update"),
    path("<slug:body>/mandates/<str:reference>/evidence/", detail.evidence, name="evidence"),
    path("<slug:body>/mandates/<str:reference>/evidence/<int:pk>/", detail.evidence_file, name="evidence-file"),
    path("<slug:body>/mandates/<str:reference>/assign/", keeping.assign, name="assign"),
    path("<slug:body>/mandates/<str:reference>/waiting/", keeping.waiting, name="waiting"),
    path("<slug:body>/mandates/<str:reference>/silence/", silencing.silence, name="silence"),
    path("<slug:body>/mandates/<str:reference>/target/", keeping.target, name="target"),
    path("<slug:body>/mandates/<str:reference>/target/ask/", targets.ask, name="target-ask"),
    path("<slug:body>/mandates/<str:reference>/target/<int:pk>/", targets.answer, name="target-answer"),
    path("<slug:body>/mandates/<str:reference>/target/<int:pk>/take-back/", targets.take_back, name="target-take-back"),
    path("<slug:body>/<kinds:kinds>/<str:slug>/", decision.decision, name="decision"),
    re_path(
        r"^(?P<body>[-\w]+)/(?P<kinds>decisions|resolutions)/(?P<slug>[^/]+)/(?P<path>[^?]+)/$",
        decision.decision,
        name="paragraph",
    ),
]
