"""Runs a codec in a process of its own, where the clock is wrong and every deed is watched.

This file is run, not imported: standard input holds a job in JSON on its first line, then a bundle
in canonical JSON; standard output gets a report in JSON.
"""

from __future__ import annotations

import base64
import datetime as dt
import io
import json
import os
import sys
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

# Another year, month, day, day of the week, hour and minute.
_AWAY: Final = 1_234 * 86_400 + 5 * 3_600 + 17 * 60
_DEEDS: Final = (
    "socket.connect",
    "socket.bind",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.remove",
    "os.rename",
    "os.mkdir",
    "pickle.find_class",
)
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC


class _Loose(type):
    """Lets the real dates pass for instances of the shifted classes."""

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, cls.__mro__[1])


def shift_clock() -> None:
    """Move what this process takes for the present."""
    now = time.time

    def here() -> float:
        return now() + _AWAY

    class Date(dt.date, metaclass=_Loose):
        @classmethod
        def today(cls) -> Any:
            return cls.fromtimestamp(here())

    class Datetime(dt.datetime, metaclass=_Loose):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> Any:
            return cls.fromtimestamp(here(), tz)

        @classmethod
        def today(cls) -> Any:
            return cls.fromtimestamp(here())

        @classmethod
        def utcnow(cls) -> Any:
            return cls.fromtimestamp(here(), dt.UTC).replace(tzinfo=None)

    time.time, time.time_ns = here, lambda: int(here() * 1e9)
    for name in ("gmtime", "localtime", "ctime"):
        setattr(time, name, _at(getattr(time, name), here))
    strftime, asctime, localtime = time.strftime, time.asctime, time.localtime
    time.strftime = lambda form, moment=None: strftime(form, moment or localtime())
    time.asctime = lambda moment=None: asctime(moment or localtime())
    dt.date, dt.datetime = Date, Datetime  # type: ignore[misc]  # that is the point


def _at(real: Callable[[float], Any], here: Callable[[], float]) -> Callable[..., Any]:
    return lambda seconds=None: real(here() if seconds is None else seconds)


def watch() -> list[str]:
    """Return a list that fills with what this process does to the world."""
    seen: list[str] = []

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _DEEDS:
            seen.append(f"{event}{arguments[:1]!r}")
        elif event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING:
            seen.append(f"open{arguments[:1]!r} for writing")

    sys.addaudithook(hook)
    return seen


def named(address: str) -> Any:
    """Return what stands at ``"module:qualified.name"``."""
    module, _, path = address.partition(":")
    value: Any = import_module(module)
    for name in path.split("."):
        value = getattr(value, name)
    return value


def report(job: dict[str, Any], data: bytes) -> dict[str, Any]:
    """Write the bundle, read the document, and tell what came of it."""
    from govnews import wire
    from govnews.formats import ReadContext, WriteContext, parse_options
    from govnews.issues import IssueLog
    from govnews.limits import Limits
    from govnews.model import Bundle

    writer, reader = (job[key] and named(job[key]) for key in ("writer", "reader"))
    write_options = parse_options(job["settings"], named(job["write_options"]), "tested")
    read_options = named(job["read_options"])()
    bundle = wire.decode(data)
    log = IssueLog()
    told: dict[str, Any] = {}
    sink = io.BytesIO()
    deeds = watch()
    if writer:
        writer(bundle.items(), sink, write_options, WriteContext(limits=Limits(), note=log))
        told["document"] = base64.b64encode(sink.getvalue()).decode()
    if reader and writer:
        context = ReadContext(limits=Limits(), note=log)
        again = Bundle.from_items(reader(io.BytesIO(sink.getvalue()), read_options, context))
        told["bundle"] = wire.encode(again).decode()
    told["issues"] = [str(issue) for issue in log.issues]
    told["deeds"] = list(deeds)
    return told


def read_pages(job: dict[str, Any]) -> list[str]:
    """Return what pages say, in canonical JSON."""
    from govnews import extraction, wire
    from govnews.issues import IssueLog
    from govnews.limits import Limits
    from govnews.model import Bundle, Source

    packs = (named(job["pack"]),)
    told = []
    for page in job["pages"]:
        items = extraction.extract(
            Source(id="#source-1", text=page),
            packs,
            language=job["language"],
            note=IssueLog(),
            limits=Limits(),
        )
        told.append(wire.encode(Bundle.from_items(items)).decode())
    return told


def main() -> None:
    """Do the job."""
    sys.dont_write_bytecode = True
    shift_clock()
    job = json.loads(sys.stdin.buffer.readline())
    out, sys.stdout = sys.stdout, sys.stderr
    if "pack" in job:
        json.dump(read_pages(job), out)
    else:
        json.dump(report(job, sys.stdin.buffer.read()), out)


if __name__ == "__main__":
    main()
