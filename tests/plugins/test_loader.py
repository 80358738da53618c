"""The loader: every broken plugin is a record, and a host that goes on working."""

import io
import warnings

import pytest

import govnews
from govnews.errors import FormatError, PluginError, PluginWarning
from govnews.plugins import default_registry, set_default_registry

IMPL = """
    from govnews.formats import Format, NoOptions
    from govnews.plugins import hookimpl
"""

BROKEN = {
    "raises at import": ("raise RuntimeError('planted')", "RuntimeError: planted"),
    "exits at import": ("import sys; sys.exit(3)", "SystemExit: 3"),
    "lacks a dependency": ("import no_such_module_anywhere", "No module named"),
    "has a syntax error": ("def (", "SyntaxError"),
    "raises in the hook": (
        IMPL
        + "\n    @hookimpl\n    def govnews_register_formats():\n        raise KeyError('planted')\n",
        "KeyError",
    ),
    "gives something else": (
        IMPL + "\n    @hookimpl\n    def govnews_register_formats():\n        return ('rss',)\n",
        "it registered str, not a Format",
    ),
    "gives nothing to go through": (
        IMPL + "\n    @hookimpl\n    def govnews_register_formats():\n        return 5\n",
        "TypeError",
    ),
    "misspells a hook": (
        IMPL + "\n    @hookimpl\n    def govnews_register_format():\n        return ()\n",
        "did you mean 'govnews_register_formats'?",
    ),
    "forgets the mark": (
        "def govnews_register_formats():\n        return ()\n".replace("        ", "    "),
        "mark govnews_register_formats",
    ),
    "asks for an argument that is not there": (
        IMPL + "\n    @hookimpl\n    def govnews_register_formats(config):\n        return ()\n",
        "config",
    ),
    "is of a later interface": (
        IMPL
        + "\n    @hookimpl\n    def govnews_register_formats():\n        return (Format(name='y', title='Y',"
        " media_types=(), extensions=(), kinds=(), read_options=NoOptions,"
        " write_options=NoOptions, api=99),)\n",
        "version 99 of the plugin interface; this govnews takes 1 to 1",
    ),
}


DESCRIPTION = (
    IMPL
    + """
    from attrs import evolve
    from govnews.formats import JSON

    @hookimpl
    def govnews_register_formats():
        return (evolve(evolve(JSON, name="y"), CHANGE),)
"""
)
LANGUAGE = """
    from govnews.extraction import LanguagePackRef
    from govnews.plugins import hookimpl

    @hookimpl
    def govnews_register_languages():
        return (GIVEN,)
"""
BROKEN |= {
    f"says {change}": (DESCRIPTION.replace("CHANGE", change), words)
    for change, words in {
        "name=7": "a name is text",
        "name=['y']": "a name is text",
        "media_types='text/x-y'": "media_types is a tuple of texts, not 'text/x-y'",
        "extensions=['.y']": "extensions is a tuple of texts",
        "reader='no_address'": "reader is a function or its address",
        "writer=5": "writer is a function or its address",
        "sniff='yes'": "sniff is a function",
        "read_options=None": "read_options is an attrs class, not None",
        "write_options=int": "write_options is an attrs class",
        "replaces=()": "replaces is the name of a format",
        "api=None": "version None of the plugin interface",
        "kinds=5": "TypeError",
    }.items()
}
BROKEN |= {
    f"gives for a language {given}": (LANGUAGE.replace("GIVEN", given), words)
    for given, words in {
        "'vi'": "it registered str, not a LanguagePackRef",
        "LanguagePackRef(name=None, languages=(), pack='a:B')": "a name is text",
        "LanguagePackRef(name='y', languages=(), pack=None)": "pack is an address",
        "LanguagePackRef(name='y', languages=(), pack='a:B', api=99)": "version 99",
    }.items()
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_plugin_is_recorded_and_the_others_work(site, fault):
    """The failure is told once, kept in the record, and takes nobody else down."""
    code, words = BROKEN[fault]
    site.install("a-broken", code)
    site.good("b-good", "good")
    with pytest.warns(PluginWarning, match="a-broken:x") as told:
        registry = site.registry()
    assert 1 == len(told)
    broken, good = registry.plugins
    assert words in broken.failure
    assert (None, ("good",)) == (good.failure, good.formats)
    assert ("good", "json", "jsonl") == registry.names


@pytest.mark.parametrize("fault", BROKEN)
def test_strict_mode_raises(site, fault):
    """With GOVNEWS_STRICT_PLUGINS an author sees the fault at once."""
    code, words = BROKEN[fault]
    site.install("a-broken", code)
    with pytest.raises(PluginError) as caught:
        site.registry(strict=True)
    assert words in str(caught.value)
    assert ("x", "a-broken 1.0") == (caught.value.plugin, caught.value.dist)


def test_what_a_plugin_prints_never_reaches_standard_output(site, capsys):
    """Standard output may be a document."""
    site.install("a-loud", "print('hello')\n")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        site.registry()
    assert ("", "hello\n") == capsys.readouterr()


def test_one_format_name_in_two_plugins(site):
    """The first by distribution stays, whatever was installed first; the other is named."""
    site.good("z-late", "same")
    site.good("a-early", "same")
    with pytest.warns(PluginWarning, match="is there from a-early:x"):
        registry = site.registry()
    assert "a-early" == registry.origins["same"].dist


def test_two_distributions_with_one_entry_point_name_both_load(site):
    """Plugins are told apart by distribution and name together."""
    site.good("a-one", "one")
    site.good("b-two", "two")
    assert {"one", "two"} <= set(site.registry().names)


def test_a_built_in_name_is_not_shadowed_by_accident(site):
    """A plugin that calls its format json is refused, and the built-in one stays."""
    site.good("evil", "json")
    with pytest.warns(PluginWarning, match="is there from govnews itself"):
        registry = site.registry()
    assert "govnews JSON" == registry.format("json").title


def test_a_format_is_replaced_on_purpose(site):
    """A format that says which one it replaces takes its place."""
    code = GOOD_REPLACING
    site.install("a-portal", code)
    assert "Of the portal" == site.registry().format("json").title


GOOD_REPLACING = """
    from govnews.formats import Format, NoOptions
    from govnews.plugins import hookimpl

    @hookimpl
    def govnews_register_formats():
        return (
            Format(name="json", title="Of the portal", media_types=(), extensions=(), kinds=(),
                   read_options=NoOptions, write_options=NoOptions, replaces="json"),
        )
"""


def test_an_old_dist_info_left_behind_is_passed_over(site):
    """Of two versions of one distribution the higher one counts, once."""
    site.good("a-twice", "twice", version="1.9")
    site.good("a-twice", "twice", version="1.10")
    assert ["1.10"] == [record.version for record in site.registry().plugins]


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("entry_points.txt", b"[govnews]\nx = \xff\n"),
        ("entry_points.txt", b"[govnews]\nno equals sign\n"),
        ("METADATA", b"\xff\xfe"),
        ("METADATA", None),
    ],
)
def test_broken_metadata_harms_nobody_else(site, file, content):
    """A distribution half removed or damaged is a record at most, never an error."""
    site.good("a-torn", "torn")
    site.good("b-good", "good")
    place = site.folder / "a_torn-1.0.dist-info" / file
    if content is None:
        place.unlink()
    else:
        place.write_bytes(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        registry = site.registry()
    assert "good" in registry.names


def test_unreadable_metadata_is_recorded(site):
    """What is wrong with it is told, as with any failure."""
    site.good("a-torn", "torn")
    (site.folder / "a_torn-1.0.dist-info" / "entry_points.txt").write_bytes(b"[govnews]\nx = \xff")
    with pytest.warns(PluginWarning, match="metadata cannot be read: UnicodeDecodeError"):
        registry = site.registry()
    assert ["a-torn:?"] == [record.key for record in registry.plugins]


@pytest.mark.parametrize(
    ("allowed", "loaded"),
    [
        ("", []),
        ("a-one", ["a-one"]),
        ("A_One, b-two:x", ["a-one", "b-two"]),
        ("b-two:other", []),
    ],
)
def test_the_allow_list_is_checked_before_import(site, allowed, loaded):
    """What is not on the list is never imported, and is shown as blocked."""
    site.good("a-one", "one")
    site.install("b-two", "raise RuntimeError('imported')" if not loaded else IMPL + GOOD_TAIL)
    registry = site.registry(environ={"GOVNEWS_PLUGINS": allowed})
    assert loaded == [record.dist for record in registry.plugins if not record.blocked]


GOOD_TAIL = "\n    @hookimpl\n    def govnews_register_formats():\n        return ()\n"


def test_order_of_installation_plays_no_part(site):
    """The registry lists plugins by distribution and name."""
    for dist in ("c-three", "a-one", "b-two"):
        site.good(dist, dist[0])
    assert ["a-one", "b-two", "c-three"] == [record.dist for record in site.registry().plugins]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("raise ZeroDivisionError('planted')", "ZeroDivisionError: planted"),
        ("yield 5", "int, which is no item"),
        ("return 5", "TypeError"),
        ("yield from read(source, options, context)", "RecursionError"),
    ],
)
def test_a_reader_that_fails_is_a_read_error_that_names_it(site, body, words):
    """Whatever a reader raises or gives, the caller sees one kind of error."""
    site.install("a-bad", READER.replace("BODY", body))
    with pytest.raises(govnews.ReadError) as caught:
        govnews.read(b"x", "bad", registry=site.registry())
    assert words in str(caught.value)
    assert "'bad'" in str(caught.value)


READER = """
    from govnews.formats import Format, NoOptions
    from govnews.plugins import hookimpl

    def read(source, options, context):
        BODY

    @hookimpl
    def govnews_register_formats():
        return (
            Format(name="bad", title="Bad", media_types=(), extensions=(".bad",), kinds=(),
                   reader=read, read_options=NoOptions, write_options=NoOptions,
                   sniff=lambda head: 1 // 0),
        )
"""


def test_a_sniffer_that_fails_costs_only_its_own_format(site):
    """Detection goes on among the others."""
    site.install("a-bad", READER.replace("BODY", "return iter(())"))
    data = b'{"schema":"govnews/1"}'
    assert "json" == govnews.read(data, registry=site.registry()).format


def test_a_codec_that_cannot_be_imported_says_so(site):
    """An address that leads nowhere is a PluginError with the address in it."""
    site.install("a-lazy", READER.replace("reader=read", "reader='no_such_module:read'"))
    with pytest.raises(PluginError, match="no_such_module:read"):
        govnews.read(b"x", "bad", registry=site.registry())


def test_a_wrapper_can_filter_formats(site):
    """Pluggy's wrappers work: a portal can take formats away or change them."""
    site.install(
        "a-wrap",
        """
        from govnews.plugins import hookimpl

        @hookimpl(wrapper=True)
        def govnews_register_formats():
            answers = yield
            return [[fmt for fmt in answer if fmt.name != "one"] for answer in answers]
        """,
    )
    site.good("b-one", "one")
    assert "one" not in site.registry().names


def test_the_default_registry_is_swapped_and_restored(site):
    """A process can set its own registry, and go back to the installed one."""
    own = site.registry().without("jsonl")
    previous = set_default_registry(own)
    try:
        assert own is default_registry()
        with pytest.raises(FormatError, match="Installed: json"):
            govnews.write(govnews.Bundle(), io.BytesIO(), "jsonl")
    finally:
        set_default_registry(previous)
