"""What a plugin author tests with: contracts of formats and languages, and Hypothesis strategies.

Install it with the extra ``testing``: it needs Hypothesis and pytest.
"""

from govnews.errors import MissingDependencyError

try:
    from govnews.testing._account import differences, unaccounted
    from govnews.testing._contract import FormatContract
    from govnews.testing._gallery import gallery
    from govnews.testing._golden import read_text, summary
    from govnews.testing._language import LanguageContract
    from govnews.testing._sample import sample_bundle
except ModuleNotFoundError as error:
    if error.name not in ("hypothesis", "pytest"):
        raise
    raise MissingDependencyError("the contract kit needs Hypothesis", extra="testing") from error

__all__ = [
    "FormatContract",
    "LanguageContract",
    "differences",
    "gallery",
    "read_text",
    "sample_bundle",
    "summary",
    "unaccounted",
]
