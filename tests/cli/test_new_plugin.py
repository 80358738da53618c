"""`govnews new-plugin` writes a package that works; tests/install builds and installs one."""

import json
import subprocess
import sys
import tomllib

import pytest

from govnews.cli import main

FILES = {
    "pyproject.toml",
    "README.md",
    "src/govnews_my_sheet/__init__.py",
    "src/govnews_my_sheet/_read.py",
    "src/govnews_my_sheet/_write.py",
    "src/govnews_my_sheet/py.typed",
    "tests/test_contract.py",
}


@pytest.fixture
def package(tmp_path):
    """A package just written."""
    assert 0 == main(["new-plugin", "my-sheet", "--output-dir", str(tmp_path)])
    return tmp_path / "govnews-my-sheet"


def test_writes_a_package(package):
    """All files of a distribution are there, and nothing is left to fill in."""
    files = {path for path in package.rglob("*") if path.is_file()}
    assert FILES == {path.relative_to(package).as_posix() for path in files}
    assert not any(
        "@" in path.read_text(encoding="utf-8").replace("@hookimpl", "") for path in files
    )


def test_names_its_entry_point(package):
    """The plugin is found once installed."""
    project = tomllib.loads((package / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "govnews-my-sheet" == project["name"]
    assert {"govnews": {"my-sheet": "govnews_my_sheet"}} == project["entry-points"]


@pytest.mark.parametrize(
    "tool", [("ruff", "check"), ("ruff", "format", "--check"), ("mypy", "--strict")]
)
def test_is_as_clean_as_ours(package, tool):
    """Linter, formatter and type checker have nothing to say."""
    command = [sys.executable, "-m", *tool, "."]
    if tool[0] == "ruff":
        command += ["--isolated", "--line-length", "100"]
    done = subprocess.run(command, cwd=package, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stdout + done.stderr


def test_says_what_it_wrote(tmp_path, capsys):
    """With --json the report is a list of files."""
    main(["new-plugin", "govnews-x", "--output-dir", str(tmp_path), "--json"])
    written = json.loads(capsys.readouterr().out)
    assert str(tmp_path / "govnews-x" / "pyproject.toml") in written


def test_overwrites_nothing(package, capsys):
    """A folder that is there stays as it is."""
    (package / "README.md").write_text("mine")
    assert 1 == main(["new-plugin", "my-sheet", "--output-dir", str(package.parent)])
    assert "is there already" in capsys.readouterr().err
    assert "mine" == (package / "README.md").read_text()


@pytest.mark.parametrize("name", ["", "Ical", "../x", "a b", "a_b", "-a", "a--b", "1a", "é"])
def test_refuses_names_that_are_none(name, tmp_path, capsys):
    """A name becomes a distribution, a module and a format."""
    command = ["new-plugin", "--output-dir", str(tmp_path), "--", name]
    assert 2 == main(command)
    assert "is no name for a plugin" in capsys.readouterr().err
    assert [] == list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_says_so(tmp_path, capsys):
    """A file where the folder should be is told, with its place."""
    (tmp_path / "file").write_text("x")
    assert 1 == main(["new-plugin", "x", "--output-dir", str(tmp_path / "file")])
    assert "cannot be written" in capsys.readouterr().err
