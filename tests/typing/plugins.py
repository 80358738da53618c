"""Plugins as type checkers see them: checked by mypy and basedpyright, never run.

What is right must pass. What is wrong must fail, and carries an ignore for just that fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any, BinaryIO, Literal, assert_type

from attrs import frozen

import govnews
import govnews_docx
import govnews_en
import govnews_html
import govnews_languages
import govnews_text
import govnews_vi
from govnews.extraction import LanguagePack, LanguagePackRef
from govnews.formats import (
    JSON,
    Format,
    Head,
    JsonlWriteOptions,
    JsonWriteOptions,
    NoOptions,
    ReadContext,
    WriteContext,
)
from govnews.model import Article, Bundle, Item
from govnews.plugins import (
    FormatsPlugin,
    LanguagesPlugin,
    Offer,
    Recipe,
    Registry,
    default_registry,
    hookimpl,
    set_default_registry,
)
from govnews.testing import FormatContract, LanguageContract


@frozen(kw_only=True)
class SheetReadOptions:
    strict: bool = False


@frozen(kw_only=True)
class SheetWriteOptions:
    embed: Literal["none", "full"] = "none"


def read(source: BinaryIO, options: SheetReadOptions, context: ReadContext) -> Iterator[Item]:
    assert_type(options.strict, bool)
    yield Article(id="#article-1", title=context.name)


def write(
    items: Iterable[Item], sink: BinaryIO, options: SheetWriteOptions, context: WriteContext
) -> None:
    assert_type(options.embed, Literal["none", "full"])


def sniff(head: Head) -> int:
    return 100 if head.data.startswith(b"sheet") else 0


# A format knows the classes of its options, from its reader, its writer and the classes named.
SHEET: Format[SheetReadOptions, SheetWriteOptions] = Format(
    name="sheet",
    title="Sheet",
    media_types=("text/x-sheet",),
    extensions=(".sheet",),
    kinds=("article",),
    reader=read,
    writer=write,
    read_options=SheetReadOptions,
    write_options=SheetWriteOptions,
    exact=SheetWriteOptions(embed="full"),
    sniff=sniff,
)
assert_type(SHEET.exact, SheetWriteOptions | None)
assert_type(SHEET.write_options, type[SheetWriteOptions])

# The options of another format do not pass, on reading, on writing, in either direction.
bundle = Bundle()
govnews.read(b"", SHEET, options=SheetReadOptions(strict=True))
govnews.read(b"", SHEET, options=SheetWriteOptions())  # type: ignore[misc]
govnews.write(bundle, "a.sheet", SHEET, options=SheetWriteOptions(embed="full"))
govnews.write(bundle, "a.sheet", SHEET, options=SheetReadOptions())  # type: ignore[misc]
govnews.write(bundle, "a.json", JSON, options=JsonWriteOptions(indent=0))
SheetWriteOptions(embed="half")  # type: ignore[arg-type]
JsonWriteOptions(indent=3)  # type: ignore[arg-type]
JsonlWriteOptions(compression="rar")  # type: ignore[arg-type]


# Modules of plugins satisfy the protocols, by the signatures of their hooks.
class Formats:
    @hookimpl
    def govnews_register_formats(self) -> tuple[Format[Any, Any], ...]:
        return (SHEET,)


class Misspelt:
    def govnews_register_format(self) -> tuple[Format[Any, Any], ...]:
        return (SHEET,)


class Wrong:
    def govnews_register_formats(self) -> str:
        return "sheet"


word: FormatsPlugin = govnews_docx
html: FormatsPlugin = govnews_html
text: FormatsPlugin = govnews_text
english: LanguagesPlugin = govnews_en
others: LanguagesPlugin = govnews_languages
vietnamese: LanguagesPlugin = govnews_vi
formats: FormatsPlugin = Formats()
misspelt: FormatsPlugin = Misspelt()  # type: ignore[assignment]
wrong: FormatsPlugin = Wrong()  # type: ignore[assignment]
no_languages: LanguagesPlugin = govnews_text  # type: ignore[assignment]
unknown: ModuleType = govnews_text

# A reference to a pack is cheap and typed; the pack behind it loads.
EO = LanguagePackRef(name="eo", languages=("eo",), pack="govnews_eo:PACK")
assert_type(EO.load(), LanguagePack)
LanguagePackRef(name="eo", languages=("eo",), pack=LanguagePack)  # type: ignore[arg-type]

# Registries are values.
registry = default_registry()
assert_type(registry, Registry)
assert_type(registry.without("json").with_format(SHEET).with_language(EO), Registry)
assert_type(registry.negotiate("*/*"), Offer | None)
assert_type(registry.recipe(), Recipe)
assert_type(registry.recipe().build(), Registry)
assert_type(set_default_registry(None), Registry | None)
registry.formats = ()  # type: ignore[misc]
registry.with_format("json")  # type: ignore[arg-type]


# Contracts name what they test.
class TestSheet(FormatContract):
    format = SHEET
    seeds = (b"sheet",)


class TestEsperanto(LanguageContract):
    language = EO
    pages = ("Urbo Elmo",)


class TestNothing(FormatContract):
    format = "sheet"  # type: ignore[assignment]


nothing: Format[NoOptions, NoOptions] = SHEET  # type: ignore[assignment]
