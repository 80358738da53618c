"""What a plugin author tests with: contracts of formats and languages, and Hypothesis strategies.

Install it with the extra ``testing``: it needs Hypothesis and pytest.
"""

from govnews.testing._account import differences, unaccounted
from govnews.testing._contract import FormatContract
from govnews.testing._gallery import gallery
from govnews.testing._sample import sample_bundle

__all__ = ["FormatContract", "differences", "gallery", "sample_bundle", "unaccounted"]
