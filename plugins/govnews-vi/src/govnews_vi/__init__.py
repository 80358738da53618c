"""Vietnamese for govnews: reading facts from text.

Keys, telephone numbers and administrative units are public modules of their own: `govnews_vi.keys`,
`govnews_vi.phones`, `govnews_vi.divisions`.
"""

from __future__ import annotations

from govnews.extraction import LanguagePackRef
from govnews.plugins import hookimpl


@hookimpl
def govnews_register_languages() -> tuple[LanguagePackRef, ...]:
    """Offer Vietnamese."""
    return (LanguagePackRef(name="vi", languages=("vi",), pack="govnews_vi.pack:PACK"),)
