"""The contract of language packs is tested by packs with one thing wrong each."""

import sys
from inspect import signature
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import Phase, settings

from govnews.plugins import Registry, set_default_registry
from govnews.testing import LanguageContract

PLANTED = Path(__file__).with_name("planted")
sys.path.insert(0, str(PLANTED))

import packkit  # noqa: E402  # it stands in a folder of its own, as an installed plugin does

TESTS = [name for name in vars(LanguageContract) if name.startswith("test_")]
GOLDEN = PLANTED / "elmstead.txt"
PAGE = GOLDEN.read_text(encoding="utf-8")

FAULTS = {
    # fault: what is changed in the reference, and the tests that may see it
    "an invented value": ({"pack": "packkit._packs:INVENTED"}, "test_everything_is_grounded"),
    "a guess without a ground": (
        {"pack": "packkit._packs:GROUNDLESS"},
        "test_everything_is_grounded",
    ),
    "a span beyond the text": ({"pack": "packkit._packs:BEYOND"}, "test_everything_is_grounded"),
    "a function that fails": (
        {"pack": "packkit._packs:FAILING"},
        "test_damaged_pages_are_grounded",
    ),
    "a function in quadratic time": ({"pack": "packkit._packs:SLOW"}, "test_cost_is_linear"),
    "what hangs on the hash seed": (
        {"pack": "packkit._packs:UNSTABLE"},
        "test_reading_is_deterministic",
    ),
    "what hangs on earlier calls": (
        {"pack": "packkit._packs:REMEMBERING"},
        "test_reading_is_repeatable",
    ),
    "spans that cut words": ({"pack": "packkit._packs:CUTTING"}, "test_everything_is_grounded"),
    "a fold that shifts places": (
        {"pack": "packkit._packs:SHRINKING"},
        "test_everything_is_grounded",
    ),
    "other languages than promised": (
        {"pack": "packkit._packs:OTHER_LANGUAGES"},
        "test_description_is_complete",
    ),
    "a language nobody recognizes": (
        {"pack": "packkit._packs:UNRECOGNIZED"},
        "test_the_language_is_recognized",
    ),
    "another fact than the page states": (
        {"pack": "packkit._packs:INVENTED"},
        "test_golden_page_says_what_it_states",
    ),
    "no such pack": ({"pack": "packkit._packs:NOBODY"}, "test_addresses_lead_somewhere"),
    "a pack that the plugin loads": ({"pack": "packkit:EN"}, "test_import_is_thin"),
    "a tag that is none": ({"languages": ("english language",)}, "test_description_is_complete"),
    "a decoder of bytes to bytes": (
        {"encodings": ("packkit._packs:greedy_decoder",)},
        "test_decoders_are_total",
    ),
    "a decoder that fails": (
        {"encodings": ("packkit._packs:failing_decoder",)},
        "test_decoders_are_total",
    ),
    "a profile that fails": (
        {"profiles": (evolve(packkit.EN.profiles[0], check="packkit._packs:failing_profile"),)},
        "test_profiles_check_anything",
    ),
}


@pytest.fixture
def installed(monkeypatch):
    """Make other processes find the plugin, and the default registry hold its language."""
    monkeypatch.setenv("PYTHONPATH", str(PLANTED))
    previous = set_default_registry(None)

    def install(reference):
        class Pages(LanguageContract):
            language = reference
            pages = (PAGE,)
            golden = (GOLDEN,)

        set_default_registry(Registry(languages=(reference,)))
        return Pages()

    yield install
    set_default_registry(previous)


def failure(contract, name, monkeypatch):
    """Return what one test of the contract says, or None where it passes."""
    test = getattr(type(contract), name)
    held = getattr(test, "_hypothesis_internal_use_settings", None)
    if held is not None:
        repeatable = settings(
            held, max_examples=60, derandomize=True, database=None, phases=[Phase.generate]
        )
        monkeypatch.setattr(test, "_hypothesis_internal_use_settings", repeatable)
    pages = contract.golden if "golden_page" in signature(test).parameters else ()
    try:
        test(contract, *pages)
    except Exception as error:  # noqa: BLE001  # whatever it says
        return f"{name}: {type(error).__name__}: {error}"[:300]
    return None


@pytest.mark.parametrize("name", TESTS)
def test_the_right_pack_passes(name, installed, monkeypatch):
    """Nothing is wrong with the pack that the faults are planted in."""
    assert failure(installed(packkit.EN), name, monkeypatch) is None


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_caught(fault, installed, monkeypatch):
    """The test that the table names sees the fault."""
    changed, caught = FAULTS[fault]
    contract = installed(packkit.reference(**changed))
    assert failure(contract, caught, monkeypatch) is not None


def test_a_page_without_facts(installed, monkeypatch):
    """A page that says nothing to the pack is seen, so that no contract passes on empty pages."""
    contract = installed(packkit.EN)
    type(contract).pages = ("",)
    assert failure(contract, "test_pages_say_something", monkeypatch) is not None


def test_another_reference_than_the_registered_one(installed, monkeypatch):
    """A plugin that registers another reference is seen."""
    contract = installed(packkit.EN)
    set_default_registry(Registry(languages=()))
    assert failure(contract, "test_is_registered", monkeypatch) is not None
