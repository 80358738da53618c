"""What is public is in the reference."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

import govnews.formats
import govnews.io
import govnews.model
import govnews.plugins

ROOT = Path(__file__).resolve().parents[2]
PAGES = "\n".join(p.read_text(encoding="utf-8") for p in ROOT.glob("docs/reference/*.md"))


@pytest.mark.parametrize(
    "module",
    sorted(f.stem for f in ROOT.glob("src/govnews/model/[!_]*.py")),
)
def test_names_each_module_of_the_model(module):
    """Each public module of the model stands on a page."""
    assert f"govnews.model.{module}\n" in PAGES


@pytest.mark.parametrize("room", [govnews.formats, govnews.io, govnews.plugins])
def test_public_names_are_documented(room):
    """Each public class and function has a docstring to show."""
    names = [getattr(room, name) for name in room.__all__]
    told = [one for one in names if inspect.isclass(one) or inspect.isfunction(one)]
    assert [] == [one.__name__ for one in told if not (one.__doc__ or "").strip()]
