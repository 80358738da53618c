from __future__ import annotations

from govnews.testing import FormatContract
from govnews_text import MARKDOWN, TEXT


class TestText(FormatContract):
    format = TEXT
    seeds = ("Lễ ký kết\n\nNgày 5/6/2023, hai bên đã ký kết.\n".encode(), b"\xff", b"\t\n")


class TestMarkdown(FormatContract):
    format = MARKDOWN
