"""The guide to testing names every test of the contract, and none that is not there."""

import re
from pathlib import Path

from govnews.testing import FormatContract

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "test-a-plugin.md"


def test_names_each_test():
    """The table and the class agree."""
    table = GUIDE.read_text(encoding="utf-8").partition("| test |")[2].partition("### ")[0]
    tests = {name for name in vars(FormatContract) if name.startswith("test_")}
    assert tests == set(re.findall(r"`(test_\w+)`", table))
