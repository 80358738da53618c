"""What the tests of Word documents share."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import define, field

from govnews.formats import ReadContext, WriteContext
from govnews.issues import IssueLog
from govnews.limits import Limits
from govnews.model import Bundle
from govnews_docx import DOCX, DocxReadOptions, DocxWriteOptions

sys.path.insert(0, str(Path(__file__).parent))


@define
class Read:
    """A reading, as the codec gives it."""

    bundle: Bundle
    log: IssueLog
    reports: list[tuple[str, tuple[str, ...]]] = field(factory=list)

    @property
    def carried(self) -> str:
        """What became of the record."""
        return self.reports[-1][0]

    @property
    def changed(self) -> tuple[str, ...]:
        """Paths of what was edited."""
        return self.reports[-1][1]

    @property
    def codes(self) -> list[str]:
        """Codes of the issues, in order."""
        return [issue.code for issue in self.log]


def docx(
    bundle: Bundle, options: DocxWriteOptions | None = None, log: IssueLog | None = None
) -> bytes:
    """Write a bundle."""
    sink = io.BytesIO()
    context = WriteContext(limits=Limits(), note=log or IssueLog())
    DOCX.load_writer()(bundle.items(), sink, options or DocxWriteOptions(), context)
    return sink.getvalue()


def read(data: bytes, options: DocxReadOptions | None = None, limits: Limits | None = None) -> Read:
    """Read a document."""
    log = IssueLog()
    reports: list[tuple[str, tuple[str, ...]]] = []
    context = ReadContext(
        limits=limits or Limits(), note=log, report=lambda *report: reports.append(report)
    )
    items = DOCX.load_reader()(io.BytesIO(data), options or DocxReadOptions(), context)
    return Read(Bundle.from_items(items), log, reports)


def oracle(name: str, found: str | None) -> str:
    """Return an outside tool; where it is absent, skip, or fail where it must be there."""
    if found is None:
        if os.environ.get("GOVNEWS_ORACLES") == "required":
            pytest.fail(f"{name} is required here")
        pytest.skip(f"{name} is not installed")
    return found


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., None]:
    """Run LibreOffice without a window, on a profile of its own."""
    program = oracle("LibreOffice", shutil.which("soffice"))
    profile = tmp_path_factory.mktemp("profile")

    def run(*arguments: str) -> None:
        command = [program, f"-env:UserInstallation=file://{profile}", "--headless", *arguments]
        subprocess.run(command, check=True, capture_output=True, timeout=120)

    run("--terminate_after_init")  # the first start fills the profile
    run.profile = profile  # type: ignore[attr-defined]
    return run
