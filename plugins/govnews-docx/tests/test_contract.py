"""The contract of every format."""

from __future__ import annotations

from _pages import page
from conftest import docx

from govnews.model import Bundle
from govnews.testing import FormatContract
from govnews_docx import DOCX


class TestDocx(FormatContract):
    format = DOCX
    seeds = (docx(page()), docx(Bundle()), b"PK\x03\x04", b"")
