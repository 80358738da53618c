"""What the portal does with pages."""

from __future__ import annotations

import io
import uuid
from http import HTTPStatus

from django import forms
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

import govnews
from govnews.formats import JSON
from govnews.plugins import default_registry

LIMITS = govnews.Limits(input_bytes=1_000_000, stream_bytes=1_000_000, records=1_000)
STATUS = {
    govnews.LimitError: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    govnews.FormatError: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
}


class Upload(forms.Form):
    """One file."""

    page = forms.FileField(allow_empty_file=True)


@require_http_methods(["GET", "HEAD", "POST"])
def home(request: HttpRequest) -> HttpResponse:
    """Show the form, and read what it brings."""
    form = Upload(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "home.html", {"form": form})
    upload = form.cleaned_data["page"]
    try:
        if upload.size > LIMITS.input_bytes:
            raise govnews.LimitError("input_bytes", LIMITS.input_bytes)
        # An upload is a binary file with a name: all that govnews asks for.
        reading = govnews.read(upload, media_type=upload.content_type, limits=LIMITS)
    except govnews.GovnewsError as error:
        status = STATUS.get(type(error), HTTPStatus.UNPROCESSABLE_ENTITY)
        return render(request, "home.html", {"form": form, "error": error}, status=status)
    key = uuid.uuid4()
    # Canonical JSON carries everything, and outlives this version of the library.
    cache.set(str(key), govnews.dumps(reading.bundle, JSON))
    return redirect("facts", key=key)


@require_safe
def facts(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show each fact with the words that state it; the template escapes them."""
    bundle = _kept(key)
    return render(request, "facts.html", {"key": key, "bundle": bundle, "facts": bundle.facts()})


@require_safe
def fetch(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Write a page in the format that suits the client best."""
    bundle = _kept(key)
    registry = default_registry()
    offer = registry.negotiate(request.headers.get("Accept"))
    if offer is None:
        known = sorted(m for fmt in registry.formats if fmt.writer for m in fmt.media_types)
        return HttpResponse(
            "\n".join(known),
            content_type="text/plain; charset=utf-8",
            status=HTTPStatus.NOT_ACCEPTABLE,
        )
    sink = io.BytesIO()
    writing = govnews.write(bundle, sink, offer.format, registry=registry)
    charset = "; charset=utf-8" if offer.media_type.startswith("text/") else ""
    response = HttpResponse(sink.getvalue(), content_type=f"{offer.media_type}{charset}")
    response["Vary"] = "Accept"
    response["Govnews-Issues"] = str(len(writing.issues))
    response["Content-Security-Policy"] = "default-src 'none'"
    return response


def _kept(key: uuid.UUID) -> govnews.Bundle:
    document = cache.get(str(key))
    if document is None:
        raise Http404("There is no such page.")
    return govnews.loads(document, JSON)
