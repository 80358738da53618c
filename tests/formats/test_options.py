"""Options from texts, as the command line has them."""

from enum import Enum
from typing import Literal

import pytest
from attrs import frozen

from govnews.errors import OptionsError
from govnews.formats import describe_options, parse_options


class Depth(Enum):
    FULL = "full"
    NONE = "none"


@frozen(kw_only=True)
class Options:
    depth: Depth = Depth.NONE
    indent: Literal[0, 2] = 2
    page: int = 1
    style: bool = False
    title: str | None = None


def test_each_kind_of_value_is_parsed():
    """Enum, Literal, int, bool and optional text."""
    settings = ["depth=full", "indent=0", "page=7", "style=yes", "title=a=b"]
    wanted = Options(depth=Depth.FULL, indent=0, page=7, style=True, title="a=b")
    assert wanted == parse_options(settings, Options, "x")


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("dept=full", "Did you mean 'depth'"),
        ("depth=half", r"full \| none, not 'half'"),
        ("indent=3", r"0 \| 2"),
        ("page=x", "takes int"),
        ("style=maybe", r"true \| false"),
        ("style", "KEY=VALUE"),
    ],
)
def test_a_bad_setting_says_what_fits(setting, words):
    """Unknown keys and unfit values are errors with the way out."""
    with pytest.raises(OptionsError, match=words):
        parse_options([setting], Options, "x")


def test_options_describe_themselves():
    """The table of options is made from the class."""
    assert ("indent", "0 | 2", "2") == describe_options(Options)[1]
