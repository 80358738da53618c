"""Both portals of the examples: upload a page, see its facts, fetch it back in any format."""

import importlib.util
import io
import json
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from wsgiref.util import setup_testing_defaults

import pytest

import govnews
from govnews.plugins import BUILT_IN, Registry, default_registry, set_default_registry

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PAGE = json.dumps(
    {
        "schema": "govnews/1",
        "articles": [
            {
                "id": "#article-1",
                "title": "Ký kết <script>alert(1)</script>",
                "published": "2024-05-13",
                "evidence": [
                    {
                        "path": "$.published",
                        "source": "#source-1",
                        "start": 0,
                        "end": 13,
                        "exact": '<b>13/5/2024"',
                    }
                ],
            }
        ],
        "sources": [{"id": "#source-1", "text": '<b>13/5/2024"'}],
    },
    ensure_ascii=False,
).encode()


def form(content, name, media_type):
    """Return a multipart form with one file, and its media type."""
    border = "border--7f3a"
    head = (
        f'--{border}\r\nContent-Disposition: form-data; name="page"; filename="{name}"\r\n'
        f"Content-Type: {media_type}\r\n\r\n"
    )
    body = head.encode() + content + f"\r\n--{border}--\r\n".encode()
    return body, f"multipart/form-data; boundary={border}"


def wsgi_client(application):
    """Return a function that sends one request to a WSGI application."""

    def send(method, path, body=b"", media_type="", accept=None, cookie=None):
        environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "HTTP_HOST": "localhost"}
        setup_testing_defaults(environ)
        environ |= {"wsgi.input": io.BytesIO(body), "CONTENT_LENGTH": str(len(body))}
        environ |= {"CONTENT_TYPE": media_type}
        if accept is not None:
            environ["HTTP_ACCEPT"] = accept
        if cookie is not None:
            environ["HTTP_COOKIE"] = cookie
        told = SimpleNamespace(status=0, headers={})

        def start(status, headers, exc_info=None):
            told.status = int(status[:3])
            told.headers = dict(headers)

        answer = application(environ, start)
        told.body = b"".join(answer)
        getattr(answer, "close", lambda: None)()
        return told

    return send


@pytest.fixture(scope="module")
def small():
    """Run with the built-in formats, whatever is installed beside them."""
    previous = set_default_registry(Registry(formats=BUILT_IN))
    yield
    set_default_registry(previous)


def load(name, path):
    """Import a file of the examples."""
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def wsgi(small):
    """Return client and upload of the portal in one file."""
    send = wsgi_client(load("portal_wsgi", EXAMPLES / "portal_wsgi.py").Portal())

    def upload(content, name="page.json", media_type="application/json"):
        return send("POST", "/", *form(content, name, media_type))

    return SimpleNamespace(send=send, upload=upload)


@pytest.fixture(scope="module")
def django(small):
    """Return client and upload of the Django project."""
    pytest.importorskip("django")
    sys.path.insert(0, str(EXAMPLES / "portal_django"))
    send = wsgi_client(
        load("portal_django_wsgi", EXAMPLES / "portal_django/portal/wsgi.py").application
    )

    def upload(content, name="page.json", media_type="application/json"):
        shown = send("GET", "/")
        token = re.search(rb'csrfmiddlewaretoken" value="(\w+)"', shown.body)[1]
        cookie = shown.headers["Set-Cookie"].partition(";")[0]
        body, kind = form(content, name, media_type)
        border = body.partition(b"\r\n")[0]
        hidden = b'Content-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n'
        body = border + b"\r\n" + hidden + token + b"\r\n" + body
        return send("POST", "/", body, kind, cookie=cookie)

    yield SimpleNamespace(send=send, upload=upload)
    sys.path.remove(str(EXAMPLES / "portal_django"))


@pytest.fixture(params=["wsgi", "django"])
def portal(request):
    """Return one portal after the other."""
    return request.getfixturevalue(request.param)


def test_a_page_is_kept_and_its_facts_are_shown(portal):
    """After the upload the browser is sent to the facts, with the words that state them."""
    answer = portal.upload(PAGE)
    assert answer.status in (302, 303)
    shown = portal.send("GET", answer.headers["Location"])
    text = shown.body.decode()
    assert 200 == shown.status
    assert "$.articles[0].published" in text
    assert "2024-05-13" in text


def test_what_a_page_says_is_never_markup(portal):
    """Everything from an upload is escaped where it is shown."""
    shown = portal.send("GET", portal.upload(PAGE).headers["Location"])
    assert b"<script>" not in shown.body
    assert b"<b>" not in shown.body
    assert b"&lt;script&gt;" in shown.body


@pytest.mark.parametrize(
    ("accept", "status", "sent"),
    [
        ("application/vnd.govnews+json", 200, "application/vnd.govnews+json"),
        ("application/json", 200, "application/json"),
        ("application/jsonl;q=0.9, text/html;q=0.1", 200, "application/jsonl"),
        ("application/vnd.govnews+json;q=0.1, application/x-ndjson", 200, "application/x-ndjson"),
        (None, 200, "application/vnd.govnews+json"),
        ("image/png", 406, "text/plain; charset=utf-8"),
    ],
)
def test_a_page_is_fetched_in_the_format_asked_for(portal, accept, status, sent):
    """The Accept header chooses, and what comes back is the whole page."""
    place = portal.upload(PAGE).headers["Location"].removesuffix("/facts")
    answer = portal.send("GET", place, accept=accept)
    assert (status, sent) == (answer.status, answer.headers["Content-Type"])
    if status == 200:
        assert "Accept" in answer.headers["Vary"]
        assert govnews.loads(PAGE) == govnews.loads(answer.body)


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"x" * 1_000_001, 413),
        (b'{"schema":"govnews/1","articles":[{"title":"no id"}]}', 422),
        (b'{"type":"article","id":"#a"}\n{"type":"article","id":"#a"}', 422),
        (b"\x00\x01\x02", 415),
    ],
)
def test_what_cannot_be_read_is_refused_with_reason(portal, content, status):
    """An upload too large, faulty or of no known format is an answer, never a failure."""
    answer = portal.upload(content)
    assert status == answer.status
    assert b"Traceback" not in answer.body


@pytest.mark.parametrize(
    "path", ["/pages/9999", "/pages/x", "/nowhere", "/pages/1/../../etc/passwd"]
)
def test_there_is_nothing_else(portal, path):
    """Other addresses lead nowhere."""
    assert 404 == portal.send("GET", path).status


def test_other_methods_are_refused(portal):
    """Pages are not changed from outside."""
    place = portal.upload(PAGE).headers["Location"]
    assert portal.send("DELETE", place).status in (403, 405)


def test_many_threads_at_once(portal):
    """Each visitor gets the page that he sent."""

    def visit(number):
        page = {"schema": "govnews/1", "articles": [{"id": "#a", "title": f"Số {number}"}]}
        place = portal.upload(json.dumps(page).encode()).headers["Location"]
        shown = portal.send("GET", place).body.decode()
        back = portal.send("GET", place.removesuffix("/facts"), accept="application/jsonl").body
        return f"Số {number}" in shown, govnews.loads(back).article.title

    with ThreadPoolExecutor(16) as pool:
        visits = list(pool.map(visit, range(200)))
    assert [(True, f"Số {number}") for number in range(200)] == visits


def test_a_bare_body_is_an_upload(wsgi):
    """The portal in one file takes what curl sends."""
    answer = wsgi.send("POST", "/", PAGE, "application/x-www-form-urlencoded")
    assert 303 == answer.status
    assert b"/facts" in wsgi.send("GET", "/").body


@pytest.mark.parametrize("length", ["", "-1", "x", "9" * 13, "5000000"])
def test_a_length_is_asked_for_before_anything_is_read(wsgi, length):
    """A body without an honest length is refused unread."""
    module = sys.modules["portal_wsgi"]

    class Unread:
        def read(self, size=-1):
            raise AssertionError("it was read")

    environ = {"REQUEST_METHOD": "POST", "PATH_INFO": "/", "CONTENT_LENGTH": length}
    environ["wsgi.input"] = Unread()
    told = []
    list(module.Portal()(environ, lambda status, headers: told.append(status[:3])))
    assert told[0] in ("411", "413")


def test_any_installed_format_can_be_fetched(small):
    """With its own registry the portal sends all that is installed in it."""
    set_default_registry(None)
    try:
        registry = default_registry()
    finally:
        set_default_registry(Registry(formats=BUILT_IN))
    module = load("portal_wsgi", EXAMPLES / "portal_wsgi.py")
    send = wsgi_client(module.Portal(registry))
    place = send("POST", "/", *form(PAGE, "p.json", "application/json")).headers["Location"]
    for fmt in registry.formats:
        if fmt.writer is not None:
            answer = send("GET", place.removesuffix("/facts"), accept=fmt.media_types[0])
            assert (200, fmt.media_types[0]) == (
                answer.status,
                answer.headers["Content-Type"].partition(";")[0],
            )
