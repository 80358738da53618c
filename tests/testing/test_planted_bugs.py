"""The contract is tested by codecs with one thing wrong each: it has to see every real fault.

`planted/slipkit/_faults.py` is the table: each fault names the test that catches it.
"""

import sys
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import Phase, settings

from govnews.plugins import BUILT_IN, Registry, set_default_registry
from govnews.testing import FormatContract

PLANTED = Path(__file__).with_name("planted")
sys.path.insert(0, str(PLANTED))

import slipkit  # noqa: E402  # it stands in a folder of its own, as an installed plugin does
from slipkit import _faults  # noqa: E402

TESTS = [name for name in vars(FormatContract) if name.startswith("test_")]


@pytest.fixture
def installed(monkeypatch):
    """Make other processes find the plugin, and the default registry hold its format."""
    monkeypatch.setenv("PYTHONPATH", str(PLANTED))
    previous = set_default_registry(None)

    def install(fmt):
        set_default_registry(Registry(formats=(*BUILT_IN, fmt)))
        return contract_of(fmt)

    yield install
    set_default_registry(previous)


def contract_of(fmt):
    """Return the contract of a format, as a plugin author writes it."""

    class Slips(FormatContract):
        format = fmt
        seeds = (b'%slip 1\narticle "#article-1"\ntitle "x"\np "y"\n', b"%slip 1\np")

    return Slips()


def run(contract, name, monkeypatch):
    """Run one test of the contract, with the same examples each time; raise what it raises."""
    test = getattr(type(contract), name)
    held = getattr(test, "_hypothesis_internal_use_settings", None)
    if held is not None:
        repeatable = settings(
            held,
            max_examples=60,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            report_multiple_bugs=False,
        )
        monkeypatch.setattr(test, "_hypothesis_internal_use_settings", repeatable)
    test(contract)


def failing(contract, names, monkeypatch):
    """Return those tests that fail, with what they say."""
    found = {}
    for name in names:
        try:
            run(contract, name, monkeypatch)
        except pytest.skip.Exception:
            continue
        except Exception as error:  # noqa: BLE001  # whatever it says
            found[name] = f"{type(error).__name__}: {error}"[:300]
    return found


def test_the_right_codec_passes(installed, monkeypatch):
    """Nothing is wrong with the codec that the faults are planted in."""
    assert {} == failing(installed(slipkit.slip()), TESTS, monkeypatch)


@pytest.mark.parametrize("name", _faults.FAULTS)
def test_a_fault_is_caught(name, installed, monkeypatch):
    """The test that the table names sees the fault."""
    caught = _faults.FAULTS[name].caught
    contract = installed(_faults.format_of(name))
    assert [caught] == list(failing(contract, [caught], monkeypatch))


def test_another_object_than_the_registered_one(installed, monkeypatch):
    """A plugin that describes its format anew each time is seen."""
    installed(slipkit.slip())
    again = contract_of(slipkit.slip())
    assert failing(again, ["test_is_registered"], monkeypatch)


def test_a_plugin_that_imports_too_much(installed, monkeypatch, tmp_path):
    """A plugin that loads its codec, or anything heavy, when it is found is seen."""
    package = tmp_path / "heavyslip"
    package.mkdir()
    (package / "__init__.py").write_text("import cattrs\n")
    (package / "_codec.py").write_text("def read(source, options, context): ...\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    contract = contract_of(evolve(slipkit.slip(), reader="heavyslip._codec:read", writer=None))
    with pytest.raises(AssertionError, match="importing heavyslip loads cattrs"):
        contract.test_import_is_thin()


@pytest.mark.parametrize("name", _faults.HARMLESS)
def test_a_harmless_oddity_passes(name, installed, monkeypatch):
    """The contract holds a format to what users need, and not to one way of doing it."""
    assert {} == failing(installed(_faults.harmless(name)), TESTS, monkeypatch)


def test_each_test_of_the_contract_is_needed():
    """There is a fault that it catches, for every test of the contract."""
    elsewhere = {"test_is_registered", "test_import_is_thin"}
    assert set(TESTS) == {fault.caught for fault in _faults.FAULTS.values()} | elsewhere
