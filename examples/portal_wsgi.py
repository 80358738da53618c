"""A portal in one file: upload a page, see its facts, fetch it back in the format you ask for.

Run it with `python examples/portal_wsgi.py`, open http://localhost:8000/ and upload a page, or:

    curl --data-binary @examples/hoa-son-signing.txt 'localhost:8000/?name=page.txt'
    curl -H 'Accept: application/vnd.govnews+json' localhost:8000/pages/1
    curl -H 'Accept: text/markdown, text/plain;q=0.5' localhost:8000/pages/1

It keeps pages in memory and knows no users: it shows how to embed govnews, not how to run a site.
"""

from __future__ import annotations

import io
import re
import threading
import warnings
from collections.abc import Callable, Iterable
from email.parser import BytesParser
from email.policy import HTTP
from html import escape
from typing import Any
from urllib.parse import parse_qs

import govnews
from govnews.plugins import default_registry

# What a stranger may ask of this process. Every reader keeps to it.
LIMITS = govnews.Limits(input_bytes=1_000_000, stream_bytes=1_000_000, records=1_000)

SHELL = """<!doctype html>
<meta charset="utf-8">
<title>{title}</title>
<h1>{title}</h1>
{body}
"""
FORM = """<form method="post" action="/" enctype="multipart/form-data">
<input type="file" name="page" required> <button>Upload</button>
</form>
"""

Answer = tuple[str, str, bytes, list[tuple[str, str]]]


class Portal:
    """A WSGI application. Many threads may call it at once.

    Args:
        registry: The formats and languages it uses; None takes what is installed.
    """

    def __init__(self, registry: govnews.Registry | None = None) -> None:
        self.registry = registry or default_registry()
        self._pages: dict[int, govnews.Reading] = {}
        self._lock = threading.Lock()

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request."""
        try:
            status, media_type, body, more = self.answer(environ)
        except govnews.GovnewsError as error:
            # Its message names the place and the way out, and nothing of this server.
            status, media_type, body, more = _refusal(error)
        if media_type.startswith("text/") and "charset" not in media_type:
            media_type += "; charset=utf-8"
        start(
            status,
            [
                ("Content-Type", media_type),
                ("Content-Length", str(len(body))),
                # What was uploaded is never run as a program, whatever it says that it is.
                ("X-Content-Type-Options", "nosniff"),
                ("Content-Security-Policy", "default-src 'none'; form-action 'self'"),
                *more,
            ],
        )
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    def answer(self, environ: dict[str, Any]) -> Answer:
        """Return status, media type, body and further headers."""
        method, path = environ["REQUEST_METHOD"], environ.get("PATH_INFO", "/")
        if path == "/" and method == "POST":
            return self.upload(environ)
        if method not in ("GET", "HEAD"):
            return _plain("405 Method Not Allowed", "Only GET here.", ("Allow", "GET, HEAD"))
        if path == "/":
            return _page("Portal", FORM + self.listing())
        found = re.fullmatch(r"/pages/([0-9]{1,9})(/facts)?", path)
        reading = self._pages.get(int(found[1])) if found else None
        if found is None or reading is None:
            return _plain("404 Not Found", "There is no such page.")
        if found[2]:
            return _page("What the page says", facts_table(reading))
        return self.fetch(reading.bundle, environ.get("HTTP_ACCEPT"))

    # -- reading ---------------------------------------------------------------------------

    def upload(self, environ: dict[str, Any]) -> Answer:
        """Read a page and keep what it says."""
        size = environ.get("CONTENT_LENGTH") or ""
        if not re.fullmatch("[0-9]{1,12}", size):
            return _plain("411 Length Required", "Say how long the page is.")
        if int(size) > LIMITS.input_bytes:
            raise govnews.LimitError("input_bytes", LIMITS.input_bytes)
        body = environ["wsgi.input"].read(int(size))
        name, media_type, content = _uploaded(environ, body)
        upload = io.BytesIO(content)
        upload.name = name  # a name helps to recognize the format; it is never opened
        reading = govnews.read(upload, media_type=media_type, limits=LIMITS, registry=self.registry)
        with self._lock:
            number = len(self._pages) + 1
            self._pages[number] = reading
        return _plain("303 See Other", f"/pages/{number}", ("Location", f"/pages/{number}/facts"))

    # -- writing ---------------------------------------------------------------------------

    def fetch(self, bundle: govnews.Bundle, accept: str | None) -> Answer:
        """Write a page in the format that suits the client best."""
        offer = self.registry.negotiate(accept)
        if offer is None:
            known = sorted(m for f in self.registry.formats if f.writer for m in f.media_types)
            return _plain("406 Not Acceptable", "There is:\n" + "\n".join(known))
        sink = io.BytesIO()
        writing = govnews.write(bundle, sink, offer.format, registry=self.registry)
        headers = [("Vary", "Accept"), ("Govnews-Issues", str(len(writing.issues)))]
        return "200 OK", offer.media_type, sink.getvalue(), headers

    def listing(self) -> str:
        """Return links to the pages."""
        with self._lock:
            pages = list(self._pages.items())
        rows = (
            f'<li><a href="/pages/{number}/facts">{escape(title_of(reading.bundle))}</a>'
            for number, reading in pages
        )
        return f"<ul>{''.join(rows)}</ul>"


def title_of(bundle: govnews.Bundle) -> str:
    """Return what to call a page."""
    titles = (record.title for record in (*bundle.articles, *bundle.agreements) if record.title)
    return next(titles, "Untitled")


def facts_table(reading: govnews.Reading) -> str:
    """Return each fact with the words that state it. Everything from the page is escaped."""
    facts = "".join(
        f"<tr><td>{escape(fact.path)}<td>{escape(str(fact.value))}"
        f"<td>{escape(fact.words or fact.evidence.ground or '')}"
        for fact in reading.bundle.facts()
    )
    issues = "".join(f"<li>{escape(str(issue))}" for issue in reading.issues[:100])
    return (
        f"<h2>{escape(title_of(reading.bundle))}</h2>"
        f"<table><tr><th>value<th>says<th>in the words{facts}</table><ul>{issues}</ul>"
    )


def _uploaded(environ: dict[str, Any], body: bytes) -> tuple[str, str | None, bytes]:
    """Return name, media type and content, of a form or of a bare body."""
    media_type = environ.get("CONTENT_TYPE") or ""
    if not media_type.lower().startswith("multipart/form-data"):
        [name] = parse_qs(environ.get("QUERY_STRING", "")).get("name", ["page"])[:1]
        # What curl says by default is not what was meant.
        bare = media_type if media_type != "application/x-www-form-urlencoded" else None
        return name, bare or None, body
    form = BytesParser(policy=HTTP).parsebytes(
        f"Content-Type: {media_type}\r\n\r\n".encode("latin-1", "replace") + body
    )
    for part in form.iter_parts() if form.is_multipart() else ():
        content = part.get_payload(decode=True)
        if part.get_filename() and isinstance(content, bytes):
            return part.get_filename(failobj="page"), part.get_content_type(), content
    raise govnews.ReadError("the form holds no file", hint="Choose a file before you upload.")


def _refusal(error: govnews.GovnewsError) -> Answer:
    if isinstance(error, govnews.LimitError):
        return _plain("413 Content Too Large", str(error))
    if isinstance(error, govnews.FormatError):
        return _plain("415 Unsupported Media Type", str(error))
    return _plain("422 Unprocessable Content", str(error))


def _plain(status: str, text: str, *more: tuple[str, str]) -> Answer:
    return status, "text/plain", f"{text}\n".encode(), list(more)


def _page(title: str, body: str) -> Answer:
    return "200 OK", "text/html", SHELL.format(title=escape(title), body=body).encode(), []


def main() -> None:
    """Serve on this machine alone, a thread a request."""
    from socketserver import ThreadingMixIn
    from wsgiref.simple_server import WSGIServer, make_server

    class Server(ThreadingMixIn, WSGIServer):
        daemon_threads = True

    warnings.simplefilter("default")
    with make_server("localhost", 8000, Portal(), server_class=Server) as server:
        print("http://localhost:8000/")
        server.serve_forever()


if __name__ == "__main__":
    main()
