"""Workers get the registry of their parent, or a clear word on why they cannot."""

import multiprocessing
import pickle
from concurrent.futures import ProcessPoolExecutor

import pytest
from attrs import evolve

import govnews
from govnews.errors import PluginError
from govnews.formats import JSON, Format, NoOptions
from govnews.plugins import BUILT_IN, Registry, default_registry, set_default_registry

PORTAL = """
    from govnews.formats import Format, NoOptions
    from govnews.model import Article
    from govnews.plugins import hookimpl

    def made(name):
        return Format(
            name=name, title="Of the portal", media_types=("text/x-portal",),
            extensions=(".portal",), kinds=("article",),
            # A lambda cannot be pickled, and need not be: the format stands under a name.
            reader=lambda source, options, context: iter([Article(id="#a", title=name)]),
            read_options=NoOptions, write_options=NoOptions, sniff=lambda head: 0,
        )

    PORTAL = made("portal")

    class Options:
        pass

    @hookimpl
    def govnews_register_formats():
        return (PORTAL, made("anew"))
"""


@pytest.fixture
def portal(site, monkeypatch):
    """Install a plugin, here and for workers, and make it the default."""
    site.install("a-portal", PORTAL)
    monkeypatch.setenv("PYTHONPATH", str(site.folder))
    previous = set_default_registry(site.registry())
    yield site
    set_default_registry(previous)


def test_the_built_in_formats_are_named_by_address():
    """What is pickled of a registry is text."""
    data = pickle.dumps(Registry())
    assert b"_json:JSON" in data
    assert b"sniff" not in data
    assert Registry().formats == pickle.loads(data).formats


def test_what_stands_under_a_name_is_found_again(portal):
    """A format with a lambda for a reader crosses over, because its module holds it."""
    import a_portal

    registry = Registry().with_format(evolve(a_portal.PORTAL, sniff=a_portal.made))
    with pytest.raises(PluginError, match="format 'portal' cannot be rebuilt"):
        registry.recipe()
    named = Registry(formats=(*BUILT_IN, a_portal.PORTAL))
    assert named.formats == pickle.loads(pickle.dumps(named)).formats


def test_what_a_plugin_makes_anew_is_named_by_its_plugin(portal):
    """Where no name holds a format, the entry point leads to it."""
    recipe = default_registry().recipe()
    assert "a-portal:x#anew" == recipe.formats[-1]
    assert default_registry().formats == recipe.build().formats


def test_what_cannot_be_rebuilt_says_so():
    """The error names the format and the way out."""
    local = Format(
        name="local",
        title="Made in a function",
        media_types=(),
        extensions=(),
        kinds=(),
        reader=lambda source, options, context: iter(()),
        read_options=NoOptions,
        write_options=NoOptions,
    )
    with pytest.raises(PluginError) as caught:
        pickle.dumps(Registry().with_format(local))
    assert "format 'local' cannot be rebuilt in another process" in str(caught.value)
    assert "Assign it to a name in a module" in str(caught.value)


def test_what_is_not_installed_in_the_worker_says_so(portal):
    """A recipe that names a plugin this process lacks is a PluginError."""
    recipe = default_registry().recipe()
    set_default_registry(Registry())
    with pytest.raises(PluginError, match="not installed in this process"):
        recipe.build()


def test_the_choice_of_a_portal_is_kept():
    """A registry without a format comes back without it, and in its order."""
    registry = Registry(formats=(*BUILT_IN[::-1],)).without("jsonl").with_format(JSON)
    assert ("json",) == pickle.loads(pickle.dumps(registry)).names


def test_workers_use_it(portal):
    """A real worker process, started afresh, reads with the registry of its parent."""
    import a_portal

    registry = Registry(formats=(*BUILT_IN, a_portal.PORTAL))
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        future = pool.submit(govnews.loads, b"x", "portal", registry=registry)
        assert "portal" == future.result(timeout=60).article.title


def test_a_lambda_that_cannot_cross_reaches_the_caller():
    """An executor hands on the PluginError."""
    registry = Registry().with_format(evolve(JSON, sniff=lambda head: 0))
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        future = pool.submit(govnews.loads, b"{}", "json", registry=registry)
        with pytest.raises(PluginError, match="cannot be rebuilt"):
            future.result(timeout=60)
