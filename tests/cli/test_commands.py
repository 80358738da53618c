"""The command line: what it does, what it says, and how it exits."""

import io
import json
import sys

import pytest

import govnews
from govnews.cli import main
from govnews.model import (
    Agreement,
    Article,
    Bundle,
    Evidence,
    Organization,
    Paragraph,
    PartialDate,
    Party,
    Period,
    Source,
    Term,
)
from govnews.plugins import set_default_registry

# A page may hold escape sequences; they must never reach the terminal as such.
TEXT = "Ngày 12/5/2024\x1b[31m, Sở Nông nghiệp Bến Nước ký kết\nchương trình trồng rừng."
BUNDLE = Bundle(
    articles=(
        Article(
            id="#article-1",
            title="Trồng rừng",
            body=(Paragraph.of("Hai bên đã ký kết."),),
            happened=PartialDate.parse("2024-05-12"),
            agreements=("#agreement-1",),
            evidence=(
                Evidence(path="$.happened", source="#source-1", start=0, end=19, exact=TEXT[:19]),
            ),
        ),
    ),
    agreements=(
        Agreement(
            id="#agreement-1",
            parties=(Party(name="Sở Nông nghiệp Bến Nước"), Party(name="Hội Làm vườn")),
            period=Period.parse("2024/2030"),
            fields=(Term(label="trồng rừng"), Term(label="giữ nước")),
        ),
    ),
    organizations=(Organization(id="#organization-1", name="Sở Nông nghiệp \u202eBến Nước"),),
    sources=(Source(id="#source-1", text=TEXT),),
)


@pytest.fixture(autouse=True)
def core_only(monkeypatch):
    """The commands see the built-in formats alone, whatever is installed."""
    monkeypatch.setenv("GOVNEWS_PLUGINS", "")
    previous = set_default_registry(None)
    yield
    set_default_registry(previous)


@pytest.fixture
def page(tmp_path):
    """A bundle in canonical JSON."""
    place = tmp_path / "page.json"
    govnews.dump(BUNDLE, place)
    return place


def test_convert_writes_the_format_of_the_name(page, tmp_path):
    """The output's extension names its format; nothing is said where nothing is lost."""
    assert 0 == main(["convert", str(page), "-o", str(tmp_path / "page.jsonl")])
    assert BUNDLE == govnews.load(tmp_path / "page.jsonl")


def test_dash_is_standard_input_and_output(page, monkeypatch, capfdbinary):
    """A document flows through; its bytes are all that stands on standard output."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page.read_bytes())))
    assert 0 == main(["convert", "-", "-o", "-", "--to", "jsonl"])
    out, err = capfdbinary.readouterr()
    assert (BUNDLE, b"") == (govnews.loads(out), err)


def test_several_inputs_go_to_a_folder_and_a_bad_one_is_set_aside(page, tmp_path, capsys):
    """Exit code 3: done, but not all; the bad one is named."""
    bad = tmp_path / "bad.json"
    bad.write_text('{"schema":"govnews/1","articles":[{"id":5}]}')
    folder = tmp_path / "out"
    code = main(["convert", str(page), str(bad), "--output-dir", str(folder), "--to", "jsonl"])
    assert (3, ["page.jsonl"]) == (code, [one.name for one in folder.iterdir()])
    assert "bad.json: $.articles[0].id" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["convert", "missing.txt", "-o", "x.json"], 1, "there is no such file"),
        (["convert", "PAGE", "-o", "x.docx"], 1, "pip install 'govnews[docx]'"),
        (["convert", "PAGE", "-o", "-"], 2, "Name it with --to"),
        (["convert", "PAGE", "-o", "nowhere/x.json"], 1, "there is no folder"),
        (["convert", "PAGE", "-o", "x.json", "--option", "indnt=0"], 2, "Did you mean 'indent'"),
        (["convert", "PAGE", "-o", "x.json", "--from", "rsss"], 1, "no format 'rsss'"),
        (["convert", "PAGE", "-o", "x.json", "--split"], 2, "--output-dir"),
        (["convert", "PAGE", "-o", "x.json", "--now", "soon"], 2, "--now takes a moment"),
        (["inspect"], 2, "INPUT"),
        (["nonsense"], 2, "invalid choice"),
        ([], 2, "COMMAND"),
    ],
)
def test_what_is_wrong_is_one_sentence(page, tmp_path, monkeypatch, capsys, arguments, code, words):
    """Errors end in a sentence on standard error and the right exit code; nothing is written."""
    monkeypatch.chdir(tmp_path)
    assert code == main([str(page) if one == "PAGE" else one for one in arguments])
    err = capsys.readouterr().err
    assert words in err
    assert "Traceback" not in err
    assert ["page.json"] == [one.name for one in tmp_path.iterdir()]


def test_inspect_shows_the_facts_and_their_words(page, capsys):
    """The story, the agreement and the office, with the words and their line."""
    assert 0 == main(["inspect", str(page)])
    out = capsys.readouterr().out
    for words in (
        "2024-05-12",
        "“Ngày 12/5/2024␛[31m”",
        "line 1",
        "2024 to 2030",
        "giữ nước",
        "not stated",
    ):
        assert words in out


def test_nothing_in_the_data_can_act_on_the_terminal(page, capsys):
    """Controls and turns of direction are shown, not obeyed."""
    main(["inspect", str(page)])
    out = capsys.readouterr().out
    assert "<U+202E>" in out
    assert not {"\x1b", "\x9b", "\u202e", "\r"} & set(out)


def test_errors_quote_names_safely(capsys):
    """A file name with an escape sequence in it is shown, not obeyed."""
    main(["inspect", "no\x1b[31m.txt"])
    assert "\x1b" not in capsys.readouterr().err


def test_inspect_as_json_lists_every_fact(page, capsys):
    """The machine-readable report holds path, value, words and span."""
    main(["inspect", str(page), "--json"])
    facts = json.loads(capsys.readouterr().out)["facts"]
    wanted = {"path": "$.articles[0].happened", "value": "2024-05-12", "words": TEXT[:19]}
    assert wanted.items() <= facts[0].items()


def test_errors_as_json_are_one_line(capsys):
    """--json makes errors machine-readable too."""
    assert 1 == main(["inspect", "missing.json", "--json"])
    assert "ReadError" == json.loads(capsys.readouterr().err)["error"]


def test_formats_is_a_table(capsys):
    """Every format has its row, with what it can do and where it comes from."""
    assert 0 == main(["formats", "--options"])
    out = capsys.readouterr().out
    assert ["json", "yes", "yes", "yes", ".json", "govnews"] == out.splitlines()[1].split()[:6]
    assert "indent" in out


def test_plugins_says_what_was_kept_out(capsys):
    """Plugins that GOVNEWS_PLUGINS keeps out are listed as such, not hidden."""
    assert 0 == main(["plugins", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert all(one["blocked"] and not one["formats"] for one in found)


def test_schema_prints_the_json_schema(capsys):
    """The schema is JSON and says which draft it is."""
    assert 0 == main(["schema"])
    schema = json.loads(capsys.readouterr().out)
    assert "https://json-schema.org/draft/2020-12/schema" == schema["$schema"]


def test_version(capsys):
    """--version names the version of the distribution."""
    assert 0 == main(["--version"])
    assert f"govnews {govnews.__version__}\n" == capsys.readouterr().out
