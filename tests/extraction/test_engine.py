"""The engine with a language invented for the tests: it must know none of its own."""

import pytest

from govnews.errors import PluginError
from govnews.extraction import (
    Agreements,
    Detection,
    Label,
    LanguagePack,
    LanguagePackRef,
    Layout,
    Names,
    People,
    TimeForm,
    Times,
    detect_language,
    enrich,
    extract,
    find,
)
from govnews.extraction._ground.grammar import grammar_of
from govnews.extraction._ground.sentences import Sentences
from govnews.extraction._ground.view import View, any_of, plain_fold, words
from govnews.issues import Path
from govnews.limits import Limits
from govnews.model import Article, Bundle, Paragraph, Source

PACK = LanguagePack(
    name="eo",
    languages=("eo",),
    detection=Detection(letters="ĉĝĥĵŝŭ", words=("la", "kaj", "de")),
    times=Times(
        months={"majo": 5, "junio": 6},
        forms=(
            TimeForm(pattern=r"{D}\s{1,3}de\s{1,3}{N}\s{1,3}{Y}"),
            TimeForm(pattern=r"{Y}-{Y2}", means="period", cue="plan"),
        ),
    ),
    labels=(
        Label(role="phone", words=("Telefono",)),
        Label(role="email", words=("Retpoŝto",)),
        Label(role="published", words=("Eldonita",)),
    ),
    names=Names(
        heads={"Ministerio": "ministry", "Universitato": "university"},
        inner=("de", "kaj"),
        stops=("subskribis", "en", "estis"),
        articles=("la",),
    ),
    people=People(honorifics=("S-ro", "D-rino"), posts=("ministro", "rektoro")),
    agreements=Agreements(
        papers={"interkonsento": "cooperation_agreement", "traktato": "treaty"},
        bare=("interkonsento",),
        sign=("subskribis",),
        joined=("kaj",),
        with_=("kun",),
        between=("inter",),
        planned=("planas",),
    ),
    layout=Layout(at=("en",), events=("okazis",)),
)
TEXT = (
    "Ministerio de Sano\n\nGranda tago por la lando kaj la universitato\nEldonita: 6 de majo 2021\n\n"
    "La 5 de majo 2021 Ministerio de Sano kaj Universitato Verda subskribis interkonsenton.\n"
    "La traktato inter Ministerio de Sano kaj Universitato Verda 2021-2025 estis longa.\n\n"
    "Telefono: +12 345 678 901\nRetpoŝto: sano@lando.example"
)


def run(text, **options):
    """Read a text; return the bundle and the issues."""
    issues = []
    source = Source(id="#source-1", text=text)
    items = extract(source, (PACK,), note=issues.append, limits=Limits(), **options)
    return Bundle.from_items(items), issues


def test_a_page_becomes_article_agreement_and_office():
    """Header, title, stamp, story and contacts find their places."""
    bundle, issues = run(TEXT)
    assert "Granda tago por la lando kaj la universitato" == bundle.article.title
    assert "2021-05-06" == str(bundle.article.published)
    assert "2021-05-05" == str(bundle.article.happened)
    assert ["treaty"] == [one.kind.code for one in bundle.agreements]
    assert "2021/2025" == str(bundle.agreements[0].period)
    office = bundle[bundle.article.publisher]
    assert ["+12 345 678 901", "sano@lando.example"] == [one.text for one in office.contacts]
    assert [] == issues


def test_every_stated_value_is_grounded():
    """Evidence verifies, and what has no words says what it was inferred from."""
    bundle, _ = run(TEXT)
    assert () == bundle.verify()
    assert {"$.articles[0].lang"} == {one.path for one in bundle.facts() if one.words is None}


def test_findings_are_what_records_are_made_of():
    """Each finding leads to its value in the record it names."""
    source = Source(id="#source-1", text=TEXT)
    found = find(source, (PACK,), note=print, limits=Limits())
    bundle, _ = run(TEXT)
    for one in found:
        value = Path.parse(f"$.{one.field}").resolve(bundle[one.record])
        assert one.value == value


def test_the_source_comes_first_and_unchanged():
    """The text is handed back as it came, line ends included."""
    source = Source(id="#page", text=TEXT.replace("\n", "\r\n"))
    first, *_ = extract(source, (PACK,), note=print, limits=Limits())
    assert source == first


def test_what_an_article_states_stays():
    """Facts fill what is absent and touch nothing else."""
    story = Article(
        id="urn:example:7",
        title="Titolo",
        lang="eo",
        body=(Paragraph.of(TEXT.splitlines()[5]),),
        happened=None,
        place="Ĉi tie",
    )
    enriched = enrich(Bundle(articles=(story,)), (PACK,), note=print, limits=Limits())
    article = enriched.article
    assert ("Titolo", "Ĉi tie", story.body) == (article.title, article.place, article.body)
    assert "2021-05-05" == str(article.happened)
    assert () == enriched.verify()
    assert enriched == enrich(enriched, (PACK,), note=print, limits=Limits())


def test_a_language_of_no_pack_is_named():
    """The paragraphs stand, and the issue names the language and what is installed."""
    bundle, issues = run("Eine Seite.", language="de")
    assert ["Eine Seite."] == [block.text for block in bundle.article.body]
    assert "language de" in issues[0].message
    assert "eo" in issues[0].message


def test_a_regional_tag_finds_its_language():
    """The primary subtag will do (BCP 47, 2.2.1)."""
    bundle, issues = run(TEXT, language="eo-XX")
    assert "eo-XX" == bundle.article.lang
    assert [] == issues


@pytest.mark.parametrize("text", ["", "la", "12345", "La kato."])
def test_too_little_evidence_is_no_language(text):
    """One small word decides nothing."""
    assert detect_language(text, (PACK,)) is None


def test_a_reference_that_leads_nowhere_says_so():
    """The error names the pack and its address."""
    reference = LanguagePackRef(name="eo", languages=("eo",), pack="no_such_module:PACK")
    with pytest.raises(PluginError, match="no_such_module:PACK"):
        reference.load()


def test_a_reference_to_something_else_says_so():
    """Only a LanguagePack is a pack."""
    with pytest.raises(PluginError, match="no LanguagePack"):
        LanguagePackRef(name="x", languages=("x",), pack="json:dumps").load()


# -- the view ----------------------------------------------------------------------------------


def test_a_view_leads_back_to_a_decomposed_source():
    """Composed letters stand for one or more code points of the source."""
    source = "Ho\u0302\u0323i Na\u0306ng"
    view = View(source, plain_fold)
    at = view.folded.index("năng")
    assert "Na\u0306ng" == view.exact(at, at + 4)


def test_a_figure_under_marks_that_are_out_of_order():
    """A character keeps the marks that stand on it, whatever their order in the source."""
    source = "12/7/2021\u0302\u0323\u0345 x"
    view = View(source, plain_fold)
    at = view.folded.index("2021")
    assert "2021\u0302\u0323\u0345" == view.exact(at, at + 4)


def test_a_fold_that_changes_the_length_is_refused():
    """Places of the folded text must be places of the text."""
    with pytest.raises(ValueError, match="length"):
        View("abc", lambda text: text + "!")


def test_the_longest_phrase_wins_and_blanks_are_alike():
    """A phrase ends a word, and any blank may stand between its words."""
    import re

    pattern = re.compile(words(["ban", "ban quản lý", "tp."]))
    assert ["ban \u3000quản lý", "ban", "tp."] == pattern.findall("ban \u3000quản lý ban bang tp.x")
    assert re.compile(any_of([])).search("anything") is None


def test_a_sentence_has_a_bound():
    """What has no stop is cut at blanks, and nothing of it is lost."""
    text = "vorto " * 4_000
    view = View(text, plain_fold)
    spans = Sentences(view, grammar_of(PACK)).of(0, len(text))
    assert text == "".join(text[start:end] for start, end in spans)
    assert 3_000 >= max(end - start for start, end in spans)


@pytest.mark.parametrize(
    "piece",
    [
        "interkonsento ",
        "kaj ",
        '"',
        "(",
        "1",
        "1/2 ",
        "Ministerio de ",
        "a\u0301\u0327",
        "\n",
        "A, ",
    ],
)
def test_hostile_repetition_is_read_to_its_end(piece):
    """No text raises, however monotonous; evidence of what is found verifies."""
    bundle, _ = run(TEXT + piece * 3_000, language="eo")
    assert () == bundle.verify()
