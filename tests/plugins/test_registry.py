"""A registry is a value that answers, and says what helps where it cannot."""

import pickle
import sys
import types

import pytest
from attrs import evolve

from govnews.errors import FormatError, PluginError, PluginWarning
from govnews.extraction import LanguagePack, LanguagePackRef
from govnews.formats import JSON, Head
from govnews.plugins import BUILT_IN, FormatsPlugin, LanguagesPlugin, Registry, hookspecs

EO = LanguagePackRef(name="eo", languages=("eo",), pack="planted_eo:PACK")


@pytest.fixture
def esperanto(monkeypatch):
    """Make the pack importable."""
    module = types.ModuleType("planted_eo")
    module.PACK, module.EO = LanguagePack(name="eo", languages=("eo",)), EO
    monkeypatch.setitem(sys.modules, "planted_eo", module)
    return module


def test_a_registry_stays_as_it_is():
    """Every change gives another registry."""
    registry = Registry()
    other = registry.with_format(evolve(JSON, name="own")).with_language(EO).without("jsonl")
    assert (("json", "jsonl"), ()) == (registry.names, registry.languages)
    assert (("json", "own"), (EO,)) == (other.names, other.languages)


def test_a_name_is_there_once():
    """A format or language of a name takes the place of the one before."""
    own, again = evolve(JSON, title="Own"), evolve(EO, languages=("eo", "epo"))
    registry = Registry().with_format(own).with_language(EO).with_language(again)
    assert ("json", "jsonl") == registry.names
    assert own is registry.format("json")
    assert (again,) == registry.languages


def test_languages_are_taken_out():
    """`without` takes names of formats and of languages."""
    assert () == Registry(languages=(EO,)).without("eo").languages


def test_packs_load_on_demand(esperanto):
    """A reference costs nothing until the packs are asked for."""
    assert (esperanto.PACK,) == Registry(languages=(EO,)).packs()


def test_a_pack_that_is_not_there_says_so():
    """The error names the address."""
    with pytest.raises(PluginError, match="planted_nobody:PACK"):
        Registry(languages=(evolve(EO, pack="planted_nobody:PACK"),)).packs()


def test_languages_cross_over_to_workers(esperanto):
    """A reference that a module holds is found again."""
    registry = Registry(languages=(EO,))
    assert (EO,) == pickle.loads(pickle.dumps(registry)).languages


def test_a_language_that_no_module_holds_cannot_cross(esperanto):
    """The error names the language pack."""
    with pytest.raises(PluginError, match="language pack 'eo' cannot be rebuilt"):
        Registry(languages=(evolve(EO, languages=("eo", "epo")),)).recipe()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("jsno", "Did you mean 'json'? Installed: json, jsonl."),
        ("docx", "pip install 'govnews[docx]'"),
        ("markdown", "pip install 'govnews[text]'"),
        ("qwertz", "Installed: json, jsonl."),
    ],
)
def test_an_unknown_format_says_what_helps(name, words):
    """The nearest name, or the distribution to install, or what there is."""
    with pytest.raises(FormatError) as caught:
        Registry().format(name)
    assert f"no format {name!r} is installed" in str(caught.value)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("page.docx", "pip install 'govnews[docx]'"),
        (
            "page.qwertz",
            "no installed format writes the extension '.qwertz'. Known extensions: .json",
        ),
        ("page", "a name without an extension"),
    ],
)
def test_an_unknown_extension_says_what_helps(name, words):
    """The same for names of files."""
    with pytest.raises(FormatError) as caught:
        Registry().format_for_name(name)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (Head(b"<rss version='2.0'>"), "pip install 'govnews[rss]'"),
        (
            Head(b"Dear all", name="letter.qwertz"),
            "letter.qwertz: its content looks like no installed",
        ),
    ],
)
def test_an_unknown_document_says_what_helps(head, words):
    """The same for content."""
    with pytest.raises(FormatError) as caught:
        Registry().detect(head)
    assert words in str(caught.value)


def test_origins_name_the_plugins(site):
    """Formats and languages know their distribution; built-in formats have none."""
    site.good("a-one", "one")
    assert {"one": "1.0"} == {k: v.version for k, v in site.registry().origins.items()}


def test_two_plugins_with_one_language(site):
    """The first by distribution stays; the other is told."""
    for dist in ("b-two", "a-one"):
        site.install(
            dist,
            f"""
            from govnews.extraction import LanguagePackRef
            from govnews.plugins import hookimpl

            @hookimpl
            def govnews_register_languages():
                return (LanguagePackRef(name="eo", languages=("eo",), pack="{dist}:PACK"),)
            """,
        )
    with pytest.warns(PluginWarning, match="a language pack 'eo' is there from a-one:x"):
        registry = site.registry()
    assert ["a-one:PACK"] == [ref.pack for ref in registry.languages]


def test_an_interrupt_is_no_failure_of_a_plugin(site):
    """Whoever presses Ctrl-C while plugins load means the program."""
    site.install("a-slow", "raise KeyboardInterrupt")
    with pytest.raises(KeyboardInterrupt):
        site.registry()


def test_a_hook_that_nobody_implements_brings_nothing():
    """The specifications themselves are hooks that bring nothing, and satisfy the protocols."""
    formats: FormatsPlugin = hookspecs
    languages: LanguagesPlugin = hookspecs
    assert ((), ()) == (formats.govnews_register_formats(), languages.govnews_register_languages())
    assert ("json", "jsonl") == tuple(fmt.name for fmt in BUILT_IN)
