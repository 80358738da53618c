"""Each hook is documented with its exact signature, and works as documented."""

import inspect
import re
from pathlib import Path

import pytest

from govnews.plugins import hookspecs

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "hooks.md"
HOOKS = [name for name, value in vars(hookspecs).items() if hasattr(value, "govnews_spec")]


def test_there_are_two_hooks():
    """Both are found, so that the checks below check something."""
    assert ["govnews_register_formats", "govnews_register_languages"] == HOOKS


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_has_its_heading_and_signature(name):
    """The reference shows the signature as the specification has it, under the hook's name."""
    text = PAGE.read_text(encoding="utf-8")
    signature = f"def {name}{inspect.signature(getattr(hookspecs, name))}".replace("'", "")
    section = text.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    assert signature in section


def test_no_other_hook_is_documented():
    """Each hook that the page names exists."""
    named = set(re.findall(r"\bgovnews_register_\w+", PAGE.read_text(encoding="utf-8")))
    assert set(HOOKS) == named


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_documents_a_whole_plugin(name):
    """The specification itself shows a plugin that implements it."""
    assert f"def {name}():" in inspect.getdoc(getattr(hookspecs, name))


def test_hook_govnews_register_formats(site):
    """Formats of a plugin are in the registry, with their origin."""
    site.good("a-one", "one")
    registry = site.registry()
    assert "one" in registry.names
    assert "a-one" == registry.origins["one"].dist


def test_hook_govnews_register_languages(site):
    """Language packs of a plugin are in the registry, and load when they are asked for."""
    site.install(
        "a-eo",
        """
        from govnews.extraction import LanguagePack, LanguagePackRef
        from govnews.plugins import hookimpl

        EO = LanguagePack(name="eo", languages=("eo",))

        @hookimpl
        def govnews_register_languages():
            return (LanguagePackRef(name="eo", languages=("eo",), pack="a_eo:EO"),)
        """,
    )
    registry = site.registry()
    assert ["eo"] == [ref.name for ref in registry.languages]
    assert ["eo"] == [pack.name for pack in registry.packs()]
