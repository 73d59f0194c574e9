"""Every difference between deployments, read from the environment; a wrong value stops the process with a sentence.

`.env.example` names each variable. There are four modes (CTOCTRACK_MODE): development (the default, answers to this
machine alone), production (asks for a key, host names and a mail server and refuses a demonstration's clock),
demonstration and test.
"""

import datetime as dt
import os
import sys
import warnings
import zoneinfo
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

import environ

from ctoctrack import version

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
if os.environ.get("CTOCTRACK_MODE") not in {"demonstration", "test"}:  # .env is the file of a real installation
    environ.Env.read_env(BASE_DIR / ".env")


def refuse(sentence: str) -> NoReturn:
    """End the process before it has done anything: a setting is wrong."""
    sys.stderr.write(f"ctoctrack does not start: {sentence}\n")
    sys.exit(78)  # EX_CONFIG of sysexits.h


YES_OR_NO = {*environ.Env.BOOLEAN_TRUE_STRINGS, "false", "off", "n", "no", "0", ""}


def read(kind: str, name: str, default: Any) -> Any:
    """The variable `name` as a bool, int, list or str; refuses what is no such value."""
    if kind == "bool" and env.str(name, default="").lower() not in YES_OR_NO:  # environ takes any other word for no
        refuse(f"{name} is {env.str(name)!r}; it is yes or no.")
    try:
        return getattr(env, kind)(name, default=default)
    except (ValueError, environ.ImproperlyConfigured):
        refuse(f"{name} is {env.str(name, default='')!r}, which is no {kind}.")


VERSION = version.VERSION
MODE = read("str", "CTOCTRACK_MODE", "development")
if MODE not in {"production", "demonstration", "development", "test"}:
    refuse(f"CTOCTRACK_MODE is {MODE!r}; it is one of production, demonstration, development, test.")
PRODUCTION = MODE == "production"
VAR_DIR = Path(read("str", "CTOCTRACK_VAR", str(BASE_DIR / "var"))).resolve()
try:
    VAR_DIR.mkdir(parents=True, exist_ok=True)
except OSError as error:
    refuse(f"CTOCTRACK_VAR is {str(VAR_DIR)!r}, a folder that cannot be made: {error.strerror}.")

DEBUG = False
SECRET_KEY = read("str", "SECRET_KEY", "" if PRODUCTION else "for-this-machine-alone-and-never-for-production")
if PRODUCTION and len(SECRET_KEY) < 50:
    refuse(
        "SECRET_KEY is missing or shorter than 50 characters; this prints a new one: "
        "python3 -c 'import secrets; print(secrets.token_urlsafe(64))'"
    )
ALLOWED_HOSTS = read("list", "ALLOWED_HOSTS", [] if PRODUCTION else ["localhost", "127.0.0.1", "[::1]", "testserver"])
if PRODUCTION and not ALLOWED_HOSTS:
    refuse("ALLOWED_HOSTS is empty; name the host under which people open ctoctrack.")
BASE_URL = read("str", "BASE_URL", f"https://{ALLOWED_HOSTS[0]}" if PRODUCTION else "http://127.0.0.1:8000").rstrip("/")
if urlsplit(BASE_URL).scheme not in {"http", "https"} or not urlsplit(BASE_URL).netloc:
    refuse(f"BASE_URL is {BASE_URL!r}; links in mails need a full address such as https://track.example.org.")

# The clock -----------------------------------------------------------------------------------------------------------
DEADLINE_TIME_ZONE = read("str", "DEADLINE_TIME_ZONE", "Europe/Vienna")
try:
    zoneinfo.ZoneInfo(DEADLINE_TIME_ZONE)
except (zoneinfo.ZoneInfoNotFoundError, ValueError):
    refuse(f"DEADLINE_TIME_ZONE is {DEADLINE_TIME_ZONE!r}, which is no zone such as Europe/Vienna.")
TIME_ZONE = DEADLINE_TIME_ZONE
USE_TZ = True
_day = read("str", "CTOCTRACK_TODAY", "")
try:
    DEMONSTRATION_DAY = dt.date.fromisoformat(_day) if _day else None
except ValueError:
    refuse(f"CTOCTRACK_TODAY is {_day!r}, which is no day such as 2008-12-01.")
if PRODUCTION and DEMONSTRATION_DAY:
    refuse("CTOCTRACK_TODAY sets the clock of a demonstration; production runs on the day it is.")

# Apps ----------------------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "ctoctrack.lib",
    "ctoctrack.accounts",
    "sessions.apps.SessionsConfig",
    "mandates.apps.MandatesConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "ctoctrack.admin.ReferenceAdminConfig",
    "django_filters",
    "simple_history",
    "rules",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]
ROOT_URLCONF = "ctoctrack.urls"
WSGI_APPLICATION = "ctoctrack.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "ctoctrack.context.house",
            ],
            "builtins": ["ctoctrack.lib.templatetags.house", "django.templatetags.i18n"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Database ------------------------------------------------------------------------------------------------------------
try:
    with warnings.catch_warnings(action="ignore"):  # it warns of what is refused below
        DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'ctoctrack.sqlite3'}")}
except (ValueError, environ.ImproperlyConfigured) as error:
    refuse(f"DATABASE_URL cannot be read: {error}.")
if DATABASES["default"].get("ENGINE") == "django.db.backends.sqlite3":
    # Django's own defaults answer "database is locked" under two writers; these wait instead.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
elif DATABASES["default"].get("ENGINE") == "django.db.backends.postgresql":
    # A page joins many tables: planning that took the server up to ten times as long as doing it, so plans are kept
    # for as long as a connection lives. (A pooler between them must know prepared statements, as PgBouncer 1.21 does.)
    DATABASES["default"]["OPTIONS"] = DATABASES["default"].get("OPTIONS", {}) | {
        "server_side_binding": True,
        "prepare_threshold": 1,
    }
    DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
else:
    refuse("DATABASE_URL names neither SQLite (sqlite:///path) nor PostgreSQL (postgres://user:password@host/name).")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# People --------------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
if MODE == "test":
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "accounts:sign-in"
LOGIN_REDIRECT_URL = "mandates:overview"
LOGOUT_REDIRECT_URL = "accounts:sign-in"
PASSWORD_RESET_TIMEOUT = 60 * 60 * 3  # seconds: a link in a mailbox is a key left under the mat
SIGN_IN_TRIES = 5  # failures per account, and six times as many per address, within SIGN_IN_WINDOW
SIGN_IN_WINDOW = 15 * 60  # seconds

# Languages -----------------------------------------------------------------------------------------------------------
LANGUAGE_CODE = read("str", "LANGUAGE_CODE", "en")
TEXT_LANGUAGES = [  # the official languages: a text of a body, and what is released about it, is in one of them
    ("ar", "العربية"),
    ("zh-hans", "中文"),
    ("en", "English"),
    ("fr", "Français"),
    ("ru", "Русский"),
    ("es", "Español"),
]
LANGUAGES = [pair for pair in TEXT_LANGUAGES if pair[0] in {"ar", "en", "fr"}]  # of the interface: those translated
if LANGUAGE_CODE not in dict(LANGUAGES):
    refuse(f"LANGUAGE_CODE is {LANGUAGE_CODE!r}; it is one of {', '.join(dict(LANGUAGES))}.")
LOCALE_PATHS = [BASE_DIR / "ctoctrack" / "locale"]
FORMAT_MODULE_PATH = "ctoctrack.formats"
LANGUAGE_COOKIE_SAMESITE = "Lax"

# Files ---------------------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "ctoctrack" / "static"]
STATIC_ROOT = VAR_DIR / "static-built"
STATIC_ROOT.mkdir(exist_ok=True)  # filled by collectstatic; WhiteNoise warns where there is none
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not PRODUCTION
MEDIA_ROOT = VAR_DIR / "files"  # outside the web root: a view that asks permission is the only way in
FILE_UPLOAD_PERMISSIONS = 0o600
REPORT_MAX_BYTES = 20 * 1024 * 1024
EVIDENCE_MAX_BYTES = 20 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# Mail ----------------------------------------------------------------------------------------------------------------
try:
    _mail = env.email_url("EMAIL_URL", default=f"filemail:///{VAR_DIR / 'mail'}")
except (ValueError, environ.ImproperlyConfigured) as error:
    refuse(f"EMAIL_URL cannot be read: {error}.")
if PRODUCTION and "smtp" not in _mail["EMAIL_BACKEND"]:
    refuse("EMAIL_URL names no mail server; it looks like smtp+tls://user:password@host:587.")
EMAIL_BACKEND = _mail["EMAIL_BACKEND"]
EMAIL_HOST = _mail.get("EMAIL_HOST") or "localhost"
EMAIL_PORT = _mail.get("EMAIL_PORT") or 25
EMAIL_HOST_USER = _mail.get("EMAIL_HOST_USER") or ""
EMAIL_HOST_PASSWORD = _mail.get("EMAIL_HOST_PASSWORD") or ""
EMAIL_USE_TLS = _mail.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = _mail.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 30  # seconds; less than the five minutes after which a silent message is doubtful
if "filebased" in EMAIL_BACKEND:
    EMAIL_FILE_PATH = VAR_DIR / "mail"
    EMAIL_FILE_PATH.mkdir(exist_ok=True)
DEFAULT_FROM_EMAIL = read("str", "DEFAULT_FROM_EMAIL", "" if PRODUCTION else "ctoctrack@localhost")
if PRODUCTION and "@" not in DEFAULT_FROM_EMAIL:
    refuse("DEFAULT_FROM_EMAIL is missing; reminders need an address to come from.")

# Deadlines and notices -----------------------------------------------------------------------------------------------
TARGET_BEFORE_TEXT_DAY = 14  # days by which the Secretariat's own target precedes the day of the text
DOCUMENT_CHAIN_WEEKS = {"forecast": 14, "submission": 10, "issuance": 6}  # before the opening; Geneva's numbers
DUE_SOON_DAYS = 30
STALE_DAYS = 180
REMINDER_DAYS = (30, 14, 7, 1, 0)  # before the day; weekly afterwards while late
ESCALATION_DAYS = {7: "head", 21: "secretary", 35: "parent"}  # days late: of the unit, of the body, of the unit above
QUIET_DAYS = 7  # an item stays silent so long after an update
RUN_ALARM_HOURS = 26

# Jobs ----------------------------------------------------------------------------------------------------------------
CELERY_BROKER_URL = read("str", "CELERY_BROKER_URL", "filesystem://localhost")
if CELERY_BROKER_URL.startswith("filesystem://"):
    _queue = VAR_DIR / "queue"
    for folder in ("messages", "control"):
        (_queue / folder).mkdir(parents=True, exist_ok=True)
    CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any] = {
        "data_folder_in": str(_queue / "messages"),
        "data_folder_out": str(_queue / "messages"),
        "control_folder": str(_queue / "control"),
        "polling_interval": 0.2,
    }
elif CELERY_BROKER_URL.startswith(("redis://", "rediss://")):
    CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 900, "unacked_restore_interval": 5}
else:
    refuse("CELERY_BROKER_URL is neither redis://host:6379/0 nor filesystem://.")
CELERY_TIMEZONE = DEADLINE_TIME_ZONE
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 600
CELERY_TASK_SOFT_TIME_LIMIT = 540
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "beat-schedule")

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": CELERY_BROKER_URL}
    if CELERY_BROKER_URL.startswith("redis")
    else {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": str(VAR_DIR / "cache"),
        "OPTIONS": {"MAX_ENTRIES": 20_000},  # failed sign-ins of a day; Django would begin to forget at 300
    }
}

# Security ------------------------------------------------------------------------------------------------------------
_https = BASE_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _https
SESSION_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = PRODUCTION and _https
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if PRODUCTION and _https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = bool(SECURE_HSTS_SECONDS)
if read("bool", "BEHIND_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_TRUSTED_ORIGINS = [BASE_URL]
CSRF_FAILURE_VIEW = "ctoctrack.lib.errors.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "style-src": ["'self'"],
        "script-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
SILENCED_SYSTEM_CHECKS: list[str] = []

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {
        "handlers": ["console"],
        "level": read("str", "LOG_LEVEL", "WARNING" if MODE == "test" else "INFO"),
    },
    "loggers": {"django.request": {"level": "ERROR"}} if MODE == "test" else {},
}
