# One image for web, worker and beat; docker-compose.yml says which is which.
FROM python:3.13-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 CTOCTRACK_VAR=/var/lib/ctoctrack
WORKDIR /srv/ctoctrack

COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt

COPY . .
RUN python manage.py compile_translations \
    && useradd --system --home-dir /srv/ctoctrack ctoctrack \
    && rm -rf "$CTOCTRACK_VAR" && install --directory --owner ctoctrack --group ctoctrack "$CTOCTRACK_VAR"

USER ctoctrack
VOLUME /var/lib/ctoctrack
EXPOSE 8000
CMD ["gunicorn", "ctoctrack.wsgi", "--bind", "0.0.0.0:8000", "--workers", "2", "--threads", "4", "--no-control-socket"]
