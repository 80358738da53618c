"""``govnews check``: what is odd in a document, and what a profile misses."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable

from govnews.cli._inputs import read_input, shown
from govnews.cli._report import complain
from govnews.cli._run import DONE, FAILED, SET_ASIDE
from govnews.cli._terminal import Terminal
from govnews.errors import GovnewsError, OptionsError
from govnews.extraction import CheckProfile
from govnews.io import Reading
from govnews.issues import Issue
from govnews.plugins import default_registry


def check(given: Namespace) -> int:
    """List the findings of each input. Findings are no errors: the exit code stays 0."""
    profiles = [_profile(name) for name in given.profile]
    failed = 0
    for name in given.inputs:
        try:
            reading = read_input(name, given)
        except GovnewsError as error:
            if len(given.inputs) == 1:
                raise
            complain(error, as_json=given.json)
            failed += 1
            continue
        _tell(shown(name), _findings(reading, profiles), as_json=given.json)
    if failed:
        return FAILED if failed == len(given.inputs) else SET_ASIDE
    return DONE


def _profile(name: str) -> CheckProfile:
    known = {one.name: one for ref in default_registry().languages for one in ref.profiles}
    if name not in known:
        names = (
            ", ".join(sorted(known)) or "none; a language plugin such as govnews[vi] brings some"
        )
        raise OptionsError(f"no profile {name!r} is installed", hint=f"Installed: {names}.")
    return known[name]


def _findings(reading: Reading, profiles: Iterable[CheckProfile]) -> list[Issue]:
    """What reading noted, what is odd, evidence that does not verify, what a profile misses."""
    bundle = reading.bundle
    found = [*reading.issues, *bundle.check(), *bundle.verify()]
    for profile in profiles:
        found += profile.load()(bundle)
    return found


def _tell(name: str, findings: list[Issue], *, as_json: bool) -> None:
    if as_json:
        for one in findings:
            facts = {"input": name, "code": one.code, "message": one.message, "where": one.where}
            print(json.dumps(facts, ensure_ascii=False))
        return
    terminal = Terminal()
    count = len(findings)
    summary = f"{count} finding{'' if count == 1 else 's'}" if count else "nothing odd"
    terminal.line(("title", name), ("", "  "), ("bad" if count else "good", summary))
    if findings:
        rows = [(one.where, one.code, one.message) for one in findings]
        terminal.table(("where", "code", "finding"), rows)
