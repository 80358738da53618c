"""``govnews convert``."""

from __future__ import annotations

import datetime as dt
import hashlib
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any, BinaryIO

from attrs import frozen

from govnews import wire
from govnews.cli._inputs import STDIN, options_for, read_input, shown, source
from govnews.cli._report import complain, tell
from govnews.cli._run import DONE, FAILED, SET_ASIDE
from govnews.errors import GovnewsError, OptionsError, WriteError
from govnews.formats import Format, extension_of
from govnews.io import convert as convert_one
from govnews.io import write
from govnews.issues import Issue
from govnews.model import Bundle
from govnews.plugins import default_registry


@frozen(kw_only=True)
class _Job:
    """What the arguments ask for, read once."""

    given: Namespace
    target: Format[Any, Any]
    read_options: Any
    write_options: Any
    now: dt.datetime | None

    def place(self, name: str) -> str | BinaryIO:
        """Return where the output of an input goes."""
        if self.given.output == STDIN:
            return sys.stdout.buffer
        return self.path(name)

    def path(self, name: str) -> str:
        """Return the path where the output of an input goes."""
        if self.given.output is not None:
            return str(self.given.output)
        stem = "standard-input" if name == STDIN else Path(name).name
        stem = stem.removesuffix(extension_of(stem)) or stem
        return str(_folder(self.given.output_dir) / f"{stem}{self.target.extensions[0]}")

    def tell(self, issues: tuple[Issue, ...], name: str) -> None:
        """List issues on standard error."""
        tell(issues, name=name, given=self.given)


def convert(given: Namespace) -> int:
    """Read each input and write it; one bad input does not stop the others."""
    target = _target_format(given)
    read_options, write_options = options_for(given.option, given.source_format, target)
    job = _Job(
        given=given,
        target=target,
        read_options=read_options,
        write_options=write_options,
        now=_now(given.now),
    )
    if given.split and given.output is not None:
        raise OptionsError("--split writes several files", hint="Name a folder: --output-dir DIR.")
    if given.output is not None and len(given.inputs) > 1:
        return _gathered(job)
    return _one_by_one(job)


def _target_format(given: Namespace) -> Format[Any, Any]:
    registry = default_registry()
    if given.target_format is not None:
        return registry.format(given.target_format)
    if given.output is None or given.output == STDIN:
        raise OptionsError("the format to write is not known", hint="Name it with --to FORMAT.")
    return registry.format_for_name(given.output)


def _now(text: str | None) -> dt.datetime | None:
    if text is None:
        return None
    try:
        now = dt.datetime.fromisoformat(text)
    except ValueError as error:
        problem = f"--now takes a moment such as 2026-07-03T08:00Z, not {text!r}"
        raise OptionsError(problem) from error
    if now.tzinfo is None:
        raise OptionsError("--now needs an offset from UTC", hint=f"For example {text}Z.")
    return now


def _folder(name: str) -> Path:
    folder = Path(name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(f"no folder can be made there: {error.strerror}", name=name) from error
    return folder


def _one_by_one(job: _Job) -> int:
    inputs = job.given.inputs
    failed = 0
    for name in inputs:
        try:
            if job.given.split:
                _split(name, job)
            else:
                _one(name, job)
        except GovnewsError as error:
            if len(inputs) == 1:
                raise
            complain(error, as_json=job.given.json)
            failed += 1
    if failed:
        return FAILED if failed == len(inputs) else SET_ASIDE
    return DONE


def _one(name: str, job: _Job) -> None:
    given = job.given
    place = job.place(name)
    conversion = convert_one(
        source(name),
        place,
        read_format=given.source_format,
        write_format=job.target,
        read_options=job.read_options,
        write_options=job.write_options,
        on_loss=given.on_loss,
        language=given.language,
        address=given.address,
        extract=given.extract,
        now=job.now,
    )
    job.tell(conversion.read_issues, shown(name))
    job.tell(conversion.write_issues, _shown_target(place))


def _read(name: str, job: _Job) -> Bundle:
    reading = read_input(name, job.given, job.read_options)
    job.tell(reading.issues, shown(name))
    return reading.bundle


def _gathered(job: _Job) -> int:
    """Write several inputs as one document."""
    from govnews.model import merge

    bundles, digests = [], []
    for name in job.given.inputs:
        try:
            bundle = _read(name, job)
        except GovnewsError as error:
            complain(error, as_json=job.given.json)
            continue
        bundles.append(bundle)
        digests.append(_digest(name, bundle))
    if not bundles:
        return FAILED
    merged = merge(bundles, digests=digests)
    job.tell(merged.issues, "all inputs")
    _put(merged.bundle, job.place(""), job)
    return DONE if len(bundles) == len(job.given.inputs) else SET_ASIDE


def _digest(name: str, bundle: Bundle) -> str:
    """The SHA-256 that local ids are re-based on: of the bytes where the input has a name."""
    if name == STDIN:
        return hashlib.sha256(wire.encode(bundle)).hexdigest()
    with Path(name).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _split(name: str, job: _Job) -> None:
    """Write one document for each article of an input."""
    parts = _read(name, job).split()
    digits = len(str(len(parts)))
    whole = job.path(name)
    extension = job.target.extensions[0]
    for number, part in enumerate(parts, 1):
        _put(part, f"{whole.removesuffix(extension)}-{number:0{digits}d}{extension}", job)


def _put(bundle: Bundle, place: str | BinaryIO, job: _Job) -> None:
    given = job.given
    writing = write(
        bundle, place, job.target, options=job.write_options, on_loss=given.on_loss, now=job.now
    )
    job.tell(writing.issues, _shown_target(place))


def _shown_target(place: str | BinaryIO) -> str:
    return place if isinstance(place, str) else "standard output"
