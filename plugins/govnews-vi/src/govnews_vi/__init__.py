"""Vietnamese for govnews: reading facts from text.

Keys, telephone numbers and administrative units are public modules of their own: `govnews_vi.keys`,
`govnews_vi.phones`, `govnews_vi.divisions`.
"""

from __future__ import annotations

from govnews.extraction import CheckProfile, LanguagePackRef
from govnews.plugins import hookimpl

VIETNAMESE = LanguagePackRef(
    name="vi",
    languages=("vi",),
    pack="govnews_vi.pack:PACK",
    profiles=(
        CheckProfile(
            name="vn-state",
            title="Mandatory fields of a Vietnamese state body's page",
            check="govnews_vi._profile:check_state_page",
        ),
    ),
    encodings=("govnews_vi._legacy:decode",),
)
"""Vietnamese, with the check of state pages and the encodings of before Unicode."""


@hookimpl
def govnews_register_languages() -> tuple[LanguagePackRef, ...]:
    """Offer Vietnamese."""
    return (VIETNAMESE,)
