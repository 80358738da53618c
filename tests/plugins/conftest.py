"""Throw-away distributions: what pip would install, made in a folder of the test."""

import sys
from textwrap import dedent

import pytest
from attrs import frozen

from govnews.plugins import Registry
from govnews.plugins._building import build
from govnews.plugins._loader import find

GOOD = """
    from govnews.formats import Format, NoOptions
    from govnews.plugins import hookimpl

    def read(source, options, context):
        return iter(())

    @hookimpl
    def govnews_register_formats():
        return (
            Format(
                name="{name}",
                title="A format of a test",
                media_types=("text/x-{name}",),
                extensions=(".{name}",),
                kinds=("article",),
                reader=read,
                read_options=NoOptions,
                write_options=NoOptions,
            ),
        )
"""


@frozen
class Site:
    """A folder of installed distributions, alone on the search path of distributions."""

    folder: object

    def install(self, dist, code, *, version="1.0", entry_point=None, name="x"):
        """Install a distribution with one module and one entry point."""
        module = dist.replace("-", "_")
        (self.folder / f"{module}.py").write_text(dedent(code))
        info = self.folder / f"{module}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {dist}\nVersion: {version}\n")
        target = module if entry_point is None else entry_point
        (info / "entry_points.txt").write_text(f"[govnews]\n{name} = {target}\n")

    def good(self, dist, fmt, **more):
        """Install a plugin that works."""
        self.install(dist, GOOD.format(name=fmt), **more)

    def registry(self, *, environ=None, strict=False) -> Registry:
        """Build the registry that a process here would have."""
        return build(find(environ or {}), strict=strict)


@pytest.fixture
def site(tmp_path, monkeypatch):
    """Nothing is installed but what the test installs."""
    from importlib.metadata import distributions

    import govnews.plugins._loader as loader

    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(loader, "distributions", lambda: distributions(path=[str(tmp_path)]))
    yield Site(tmp_path)
    # Other tests of this process may install other code under these names.
    for file in tmp_path.glob("*.py"):
        sys.modules.pop(file.stem, None)
