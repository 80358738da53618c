"""Hypothesis strategies for the model: legal values, and nasty ones among them.

Importing this module also registers them, so that ``st.from_type(Article)`` works.

>>> from hypothesis import given
>>> from govnews.testing.strategies import bundles
>>> @given(bundles())
... def test_bundles_are_hashable(bundle):
...     assert hash(bundle) == hash(bundle)
>>> test_bundles_are_hashable()
"""

from functools import partial

from hypothesis import strategies as st

from govnews.model import Bundle
from govnews.testing.strategies._bundles import (
    agreements,
    articles,
    bundles,
    organizations,
    sources,
)
from govnews.testing.strategies._documents import damaged_documents
from govnews.testing.strategies._text import lines, prose
from govnews.testing.strategies._values import (
    blocks,
    classes,
    extras,
    partial_dates,
    periods,
    strategy_of,
)

__all__ = [
    "agreements",
    "articles",
    "blocks",
    "bundles",
    "classes",
    "damaged_documents",
    "extras",
    "lines",
    "organizations",
    "partial_dates",
    "periods",
    "prose",
    "sources",
    "strategy_of",
]


def _strategy(cls: type, _: type) -> st.SearchStrategy[object]:
    """Make the strategy of a class once it is asked for."""
    return bundles() if cls is Bundle else strategy_of(cls)


for _cls in classes():
    st.register_type_strategy(_cls, partial(_strategy, _cls))
