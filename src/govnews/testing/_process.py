"""Other processes: what a codec does there has to be what it does here."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import attrs

from govnews import wire
from govnews.extraction import LanguagePackRef
from govnews.formats import Format
from govnews.model import Bundle

ELSEWHERE: Final[tuple[Mapping[str, str], ...]] = (
    {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Chatham", "LC_ALL": "C", "PYTHONUTF8": "0"},
    {"PYTHONHASHSEED": "1", "TZ": "America/Caracas", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "2", "TZ": "UTC"},
)
"""Environments that no document may depend on. The clock of these processes is wrong besides."""

_IMPORTED = """
import json, sys
import govnews.extraction, govnews.formats, govnews.plugins
known = set(sys.modules)
__import__({module!r})
print(json.dumps(sorted(set(sys.modules) - known)))
"""


def imported_by(module: str) -> list[str]:
    """Return the modules that a fresh process loads for a module, beyond those of the core."""
    loaded: list[str] = json.loads(_run(["-c", _IMPORTED.format(module=module)]))
    return loaded


def reports(fmt: Format[Any, Any], options: Any, bundle: Bundle) -> Iterator[dict[str, Any]]:
    """Yield what writing and reading back a bundle gave in each environment."""
    job = {
        "writer": _address(fmt.writer),
        "reader": _address(fmt.reader),
        "write_options": _address(type(options)),
        "settings": [f"{one.name}={_text(getattr(options, one.name))}" for one in _fields(options)],
        "read_options": _address(fmt.read_options),
    }
    for told in _elsewhere(json.dumps(job).encode() + b"\n" + wire.encode(bundle)):
        report: dict[str, Any] = json.loads(told)
        if "document" in report:
            report["document"] = base64.b64decode(report["document"])
        yield report


def readings(language: LanguagePackRef, pages: Sequence[str]) -> Iterator[list[str]]:
    """Yield the canonical bytes of what the pages say, in each environment."""
    job = {"pack": language.pack, "language": language.languages[0], "pages": pages}
    for told in _elsewhere(json.dumps(job).encode() + b"\n"):
        bundles: list[str] = json.loads(told)
        yield bundles


@lru_cache(maxsize=2)
def _elsewhere(stdin: bytes) -> tuple[bytes, ...]:
    """Do a job in each environment. Several tests ask for what one run tells."""
    program = [str(Path(__file__).with_name("_alone.py"))]
    return tuple(_run(program, stdin, environ) for environ in ELSEWHERE)


def _fields(options: Any) -> tuple[Any, ...]:
    fields: tuple[Any, ...] = attrs.fields(type(options))
    return fields


def _text(value: Any) -> str:
    if value is None:
        return "none"
    return str(getattr(value, "value", value))


def _address(code: Any) -> str | None:
    if code is None or isinstance(code, str):
        return code
    return f"{code.__module__}:{code.__qualname__}"


def _run(program: list[str], stdin: bytes = b"", environ: Mapping[str, str] | None = None) -> bytes:
    done = subprocess.run(  # noqa: S603  # our own program in our own interpreter
        [sys.executable, "-P", "-W", "ignore", *program],
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, **(environ or {})},
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return done.stdout
