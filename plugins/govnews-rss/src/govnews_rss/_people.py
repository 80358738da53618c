"""Authors as feeds write them: ``mail (Name)``, ``Name <mail>``, a name, a mail."""

from __future__ import annotations

import re
from typing import NamedTuple

_MAIL = re.compile(r"[^\s<>()\[\],;:\"@]+@[^\s<>()\[\],;:\"@]+")
_LONGEST = 1_000
"""Longer text is a name, whatever it holds."""


class Person(NamedTuple):
    """Name, mail and address of somebody, each as far as stated."""

    name: str | None = None
    email: str | None = None
    url: str | None = None


def read_person(text: str) -> Person:
    """Take an author's text apart.

    >>> read_person("toasoan@bennuoc.example (Ban biên tập)")
    Person(name='Ban biên tập', email='toasoan@bennuoc.example', url=None)
    """
    text = text.strip()
    if "@" not in text or len(text) > _LONGEST:
        return Person(text or None)
    match = _MAIL.search(text)
    if match is None:
        return Person(text)
    mail = match.group()
    if mail.lower().startswith("mailto:"):
        mail = mail[7:]
    around = f"{text[: match.start()]}{text[match.end() :]}".removeprefix("mailto:")
    name = " ".join(around.replace("()", "").replace("<>", "").replace("[]", "").split())
    for opening, closing in ("()", "<>", "[]", '""'):
        if name.startswith(opening) and name.endswith(closing) and len(name) > 1:
            name = name[1:-1].strip()
    return Person(name.strip(" ,;:-") or None, mail)
