"""`pip install govnews`, and nothing else, is useful, and says what more there is."""

import json
import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
slow = pytest.mark.skipif("CI" not in os.environ, reason="slow; runs where CI is set")
PAGE = '{"schema":"govnews/1","articles":[{"id":"#article-1","title":"Lễ ký kết"}]}'


@pytest.fixture(scope="module")
def core(tmp_path_factory, command, wheels):
    """An environment with the core alone, and the commands in it."""
    folder = tmp_path_factory.mktemp("core")
    env = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels), "GOVNEWS_STRICT_PLUGINS": "1"}
    command(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
    command(folder / "venv/bin/pip", "install", "--quiet", "govnews", cwd=folder, env=env)
    (folder / "page.json").write_text(PAGE, encoding="utf-8")

    def run(*words, check=True):
        place = folder / "venv/bin" / words[0]
        return command(place, *words[1:], cwd=folder, env=env, check=check)

    return run


def test_brings_three_dependencies(core):
    """attrs, cattrs, pluggy, and what cattrs itself needs."""
    listed = {one["name"] for one in json.loads(core("pip", "list", "--format=json"))}
    assert {"attrs", "cattrs", "govnews", "pluggy", "typing_extensions"} == listed - {
        "pip",
        "setuptools",
    }


def test_models_and_carries_everything(core):
    """The model, JSON and JSON Lines work, in Python and on the command line."""
    core("govnews", "convert", "page.json", "-o", "page.jsonl")
    core("govnews", "convert", "page.jsonl", "-o", "again.json")
    program = (
        "import govnews; assert govnews.load('page.json') == govnews.load('again.json'); "
        "print(govnews.load('page.jsonl').article.title)"
    )
    assert "Lễ ký kết\n" == core("python", "-c", program)
    assert "Lễ ký kết" in core("govnews", "inspect", "page.json")
    assert "govnews/1" in core("govnews", "schema")


@pytest.mark.parametrize(
    ("name", "extra"),
    [("page.docx", "docx"), ("page.rss", "rss"), ("page.html", "html"), ("page.md", "text")],
)
def test_says_what_to_install(core, name, extra):
    """A format of a first-party plugin is known, and the way to it."""
    said = core("govnews", "convert", "page.json", "-o", name, check=False)
    assert f"pip install 'govnews[{extra}]'" in said


def test_says_what_to_install_for_reading(core):
    """So is the format of a document that is met."""
    program = (
        "import govnews\n"
        "for page in (b'<rss version=\"2.0\"/>', b'PK\\x03\\x04word/document.xml'):\n"
        "    try: govnews.read(page)\n"
        "    except govnews.FormatError as error: print(error)"
    )
    said = core("python", "-c", program)
    assert "govnews[rss]" in said
    assert "govnews[docx]" in said


def test_lists_what_there_is(core):
    """The tables of formats and plugins say that there is more."""
    assert ["json", "jsonl"] == [
        one["name"] for one in json.loads(core("govnews", "formats", "--json"))
    ]
    assert "pip install 'govnews[all]'" in core("govnews", "plugins")


def test_extraction_says_that_it_has_no_language(core):
    """The engine runs, reads the article alone, and says why."""
    program = (
        "import govnews; reading = govnews.extract('Lễ ký kết\\n'); "
        "print([issue.code for issue in reading.issues], len(reading.bundle.articles))"
    )
    assert "['extract.no-pack'] 1\n" == core("python", "-c", program)


def test_the_kit_says_what_it_needs(core):
    """Without its extra the contract kit names the extra."""
    said = core("python", "-c", "import govnews.testing", check=False)
    assert "govnews[testing]" in said


@slow
def test_all_wheels_install_together(tmp_path, command, offline):
    """Every distribution of the workspace in one environment: each plugin works."""
    command(sys.executable, "-m", "venv", "venv", cwd=tmp_path)
    command("venv/bin/pip", "install", "--quiet", "govnews[all]", cwd=tmp_path, env=offline)
    listed = json.loads(command("venv/bin/govnews", "plugins", "--json", cwd=tmp_path, env=offline))
    folders = {path.parent.name for path in ROOT.glob("plugins/*/pyproject.toml")}
    assert folders - {one["distribution"] for one in listed} <= {"govnews-html"}
    assert [] == [one for one in listed if one["failure"]]


@slow
def test_new_plugin_is_a_package_that_works(tmp_path, command, offline):
    """What `govnews new-plugin` writes builds, installs, and keeps its contract."""
    command(sys.executable, "-m", "venv", "venv", cwd=tmp_path)
    pip = "venv/bin/pip"
    command(pip, "install", "--quiet", "govnews[testing]", cwd=tmp_path, env=offline)
    command("venv/bin/govnews", "new-plugin", "my-sheet", cwd=tmp_path, env=offline)
    command(pip, "install", "--quiet", "./govnews-my-sheet", cwd=tmp_path, env=offline)
    tested = command("venv/bin/pytest", "-q", "govnews-my-sheet", cwd=tmp_path, env=offline)
    assert "passed" in tested
    assert "failed" not in tested
