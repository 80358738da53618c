"""How a plugin offers a language: a cheap reference, whose pack loads on first use."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from attrs import frozen

from govnews.errors import PluginError
from govnews.extraction.pack import LanguagePack
from govnews.formats import HOOK_API, load_attribute
from govnews.issues import Issue
from govnews.model import Bundle

Check: TypeAlias = Callable[[Bundle], Iterable[Issue]]
"""Checks a bundle against the rules of one country or house."""


@frozen(kw_only=True)
class CheckProfile:
    """A set of rules that pages of one sort have to keep.

    Args:
        name: Name, as given to ``govnews check --profile``: ``"vn-state"``.
        title: What it checks, for people.
        check: Where its function stands, ``"module:attr"``; it takes a bundle and returns issues.

    .. versionadded:: 0.1.0
    """

    name: str
    check: str
    title: str = ""

    def load(self) -> Check:
        """Return the function, importing it on first use.

        Raises:
            PluginError: There is no such function.
        """
        check: Check = load_attribute(self.check, f"check profile {self.name!r}")
        return check


@frozen(kw_only=True)
class LanguagePackRef:
    """A language pack by name; cheap to make.

    Args:
        name: Name of the pack: ``"vi"``.
        languages: Language tags it reads.
        pack: Where the pack stands: ``"govnews_vi.pack:PACK"``.
        profiles: Check profiles of its country.
        encodings: Where its decoders of legacy encodings stand, ``"module:attr"`` each: functions
            that take bytes and return the text and the name of the encoding, or None.
        api: Version of the plugin interface it was written for.

    .. versionadded:: 0.1.0
    """

    name: str
    languages: tuple[str, ...]
    pack: str
    profiles: tuple[CheckProfile, ...] = ()
    encodings: tuple[str, ...] = ()
    api: int = HOOK_API

    def load(self) -> LanguagePack:
        """Return the pack, importing it on first use.

        Raises:
            PluginError: There is no such pack.
        """
        pack = load_attribute(self.pack, f"language pack {self.name!r}")
        if not isinstance(pack, LanguagePack):
            raise PluginError(
                f"{self.pack!r} is no LanguagePack", plugin=self.pack.partition(".")[0]
            )
        return pack
