"""What plugins cost, counted: look-ups, imports, and when anything is searched for."""

import json
import subprocess
import sys

import pytest

import govnews
from govnews.formats import Format
from govnews.plugins import BUILT_IN, Registry


class Counting(dict):
    """A table that counts how often it is looked into."""

    looks = 0

    def __getitem__(self, key):
        Counting.looks += 1
        return super().__getitem__(key)

    def get(self, key, default=None):
        """Count, then look."""
        Counting.looks += 1
        return super().get(key, default)


@pytest.mark.parametrize(
    ("ask", "argument"),
    [
        (Registry.format, "json"),
        (Registry.format_for_name, "page.json"),
        (Registry.format_for_media_type, "application/json"),
    ],
)
def test_a_format_is_found_by_at_most_two_look_ups(ask, argument, monkeypatch):
    """However many formats are installed, a document costs no search through them."""
    registry = Registry(formats=BUILT_IN)
    for name in ("_by_name", "_by_extension", "_by_media_type"):
        object.__setattr__(registry, name, Counting(getattr(registry, name)))
    Counting.looks = 0
    ask(registry, argument)
    assert Counting.looks <= 2


def modules_after(program, tmp_path):
    """Return the modules loaded after a program, in a process where only the test's plugin is."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"{program}\nimport json, sys; print(json.dumps(sorted(sys.modules)))",
        ],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(tmp_path), "GOVNEWS_PLUGINS": "a-plugin", "PATH": ""},
    )
    return set(json.loads(done.stdout))


def test_a_plugin_adds_nothing_to_the_import(site):
    """`import govnews` loads the same modules with a plugin as without, and searches for none."""
    program = "import govnews"
    before = modules_after(program, site.folder)
    site.good("a-plugin", "good")
    after = modules_after(program, site.folder)
    assert before == after
    assert set() == after & {"a_plugin", "importlib.metadata", "pluggy", "attr", "govnews.plugins"}


def test_a_plugin_loads_on_first_use(site):
    """The first document makes plugins load; the check above sees them then."""
    site.good("a-plugin", "good")
    program = 'import govnews; govnews.loads(\'{"schema":"govnews/1"}\')'
    assert "a_plugin" in modules_after(program, site.folder)


def test_the_installed_distributions_are_searched_once(monkeypatch):
    """One process looks at the installed distributions once, whatever it reads."""
    from govnews.plugins import _loader, default_registry, set_default_registry

    searched = []
    monkeypatch.setattr(_loader, "distributions", lambda: searched.append(1) or [])
    previous = set_default_registry(None)
    try:
        for _ in range(20):
            govnews.dumps(govnews.loads('{"schema":"govnews/1"}'), "json")
            assert all(isinstance(fmt, Format) for fmt in default_registry().formats)
    finally:
        set_default_registry(previous)
    assert [1] == searched
