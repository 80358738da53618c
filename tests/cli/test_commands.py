"""The command line: what it does, what it says, and how it exits."""

import io
import json
import sys

import attrs
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


def test_several_inputs_become_one_document(page, tmp_path):
    """Local ids are re-based on their documents, so that nothing collides; the same input twice adds nothing."""
    other = tmp_path / "other.json"
    govnews.dump(Bundle(articles=(Article(id="#article-1", title="Khác"),)), other)
    target = tmp_path / "all.json"
    assert 0 == main(["convert", str(page), str(other), str(other), "-o", str(target)])
    joined = govnews.load(target)
    assert ["Trồng rừng", "Khác"] == [article.title for article in joined.articles]
    assert joined.agreements_of(joined.articles[0])


def test_split_writes_one_document_an_article(tmp_path, capsys):
    """Each article goes to a numbered file with what it refers to."""
    bundle = Bundle(articles=tuple(Article(id=f"#article-{n}", title=f"T{n}") for n in (1, 2)))
    source = tmp_path / "feed.json"
    govnews.dump(bundle, source)
    folder = tmp_path / "out"
    code = main(["convert", str(source), "--split", "--to", "json", "--output-dir", str(folder)])
    assert 0 == code, capsys.readouterr().err
    assert ["feed-1.json", "feed-2.json"] == sorted(one.name for one in folder.iterdir())


def test_check_lists_what_is_odd(page, capsys):
    """Findings are listed with their paths, and are no errors."""
    odd = Bundle(agreements=(Agreement(id="#agreement-1", parties=(Party(name="Một bên"),)),))
    govnews.dump(odd, page)
    assert 0 == main(["check", str(page)])
    assert "$.agreements[0].parties" in capsys.readouterr().out


def test_check_names_the_profiles_there_are(page, capsys):
    """An unknown profile is an error of usage."""
    assert 2 == main(["check", str(page), "--profile", "vn-stat"])
    assert "no profile 'vn-stat'" in capsys.readouterr().err


def test_diff_shows_old_and_new(page, tmp_path, capsys):
    """Each change has its path and both values; as JSON it has a stable form."""
    other = tmp_path / "new.json"
    changed = attrs.evolve(BUNDLE.article, title="Trồng rừng ngập mặn")
    govnews.dump(attrs.evolve(BUNDLE, articles=(changed,)), other)
    assert 0 == main(["diff", str(page), str(other)])
    out = capsys.readouterr().out
    assert "~ $.articles[0].title" in out
    assert "- Trồng rừng\n" in out
    assert "+ Trồng rừng ngập mặn" in out
    main(["diff", str(page), str(other), "--json"])
    assert ["changed"] == [one["kind"] for one in json.loads(capsys.readouterr().out)]
