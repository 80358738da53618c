"""The writer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from govnews.errors import WriteError
from govnews.formats import WriteContext, load_attribute
from govnews.model import Agreement, Article, Bundle, Item, Record
from govnews_docx import DocxWriteOptions
from govnews_docx import _parts as parts
from govnews_docx._desk import Desk
from govnews_docx._embed import Pictures
from govnews_docx._emit import Emitter
from govnews_docx._lost import note_lost
from govnews_docx._record import packed_record, store_xml
from govnews_docx._slots import SHOW, organization
from govnews_docx._text import visible
from govnews_docx._words import is_vietnamese
from govnews_docx._zip import Packed, pack, package
from govnews_docx.layouts import BUILT_IN, Layout


def write(
    items: Iterable[Item], sink: BinaryIO, options: DocxWriteOptions, context: WriteContext
) -> None:
    """Write one Word document for the whole bundle."""
    bundle = Bundle.from_items(items)
    lang, text = _language(bundle)
    layout = chosen(options.layout, bundle, vietnamese=is_vietnamese(lang, text))
    emitter = Emitter(
        width=parts.twips(layout.width - layout.left - layout.right),
        pictures=Pictures(),
        controls=options.controls and options.record,
    )
    desk = Desk(bundle, layout, emitter, is_vietnamese(lang, text))
    _show(desk)
    document = parts.main_part(emitter.pieces, layout)
    if not options.record:
        note_lost(bundle, desk, context.note)
    sink.write(package(_parts(desk, document, lang, carry=options.record)))


def chosen(name: Layout | str, bundle: Bundle, *, vietnamese: bool) -> Layout:
    """Return the layout that is asked for, or the one that suits the bundle.

    Raises:
        WriteError: There is no such layout.
    """
    if isinstance(name, Layout):
        return name
    if name == "auto":
        official = vietnamese and not bundle.articles and bundle.agreements
        return BUILT_IN["nd30" if official else "press"]
    if ":" in name:
        layout = load_attribute(name, "the option 'layout'")
        if isinstance(layout, Layout):
            return layout
        raise WriteError(f"{name!r} is no Layout, but {type(layout).__name__}")
    if name not in BUILT_IN:
        known = ", ".join(("auto", *BUILT_IN))
        raise WriteError(
            f"there is no layout {name!r}", hint=f"There are: {known}; or name 'module:attr'."
        )
    return BUILT_IN[name]


def _language(bundle: Bundle) -> tuple[str | None, str]:
    """Return the language that is stated first, and some text to tell it by."""
    records: list[Record] = [*bundle.articles, *bundle.agreements, *bundle.organizations]
    lang = next((one.lang for one in records if one.lang), None)
    if lang is None and bundle.feed is not None:
        lang = bundle.feed.lang
    pieces = []
    for one in records[:3]:
        pieces.append(one.name if not isinstance(one, Article | Agreement) else one.title or "")
        if isinstance(one, Article):
            pieces.append(next((getattr(b, "text", "")[:500] for b in one.body[:1]), ""))
    return lang, " ".join(pieces)


def _show(desk: Desk) -> None:
    bundle = desk.bundle
    shown: list[tuple[str, Article | Agreement]] = [
        (f"$.articles[{index}]", article) for index, article in enumerate(bundle.articles)
    ]
    announced = {ref for article in bundle.articles for ref in article.agreements}
    with_facts = "facts" in desk.layout.slots
    shown += [
        (f"$.agreements[{index}]", agreement)
        for index, agreement in enumerate(bundle.agreements)
        if agreement.id not in announced or not with_facts
    ]
    several = len(shown) > 1
    if several:
        _contents(desk, shown)
    for number, (path, record) in enumerate(shown):
        desk.open(record, path)
        if several:
            desk.emitter.target(number)
        for slot in desk.layout.slots:
            SHOW[slot](desk)
    if not shown:
        for index, office in enumerate(bundle.organizations):
            desk.field("GNTitle", f"$.organizations[{index}].name", office.name)
            organization(desk, index, office)
    if not desk.emitter.pieces:
        desk.emitter.blank("GNBody")  # a body holds at least one paragraph for Word's sake


def _contents(desk: Desk, shown: list[tuple[str, Article | Agreement]]) -> None:
    titles = [
        (number, visible(record.title))
        for number, (_, record) in enumerate(shown)
        if record.title and visible(record.title)
    ]
    if titles:
        desk.made("GNPart", desk.words["contents"])
        desk.emitter.contents(titles)


def _parts(desk: Desk, document: str, lang: str | None, *, carry: bool) -> dict[str, Packed]:
    emitter, layout = desk.emitter, desk.layout
    main = (parts.HEAD + document).encode()
    made = {
        "_rels/.rels": parts.still(
            parts.PACKAGE_RELATIONSHIPS_CARRYING if carry else parts.PACKAGE_RELATIONSHIPS
        ),
        "docProps/core.xml": _core(desk.bundle, lang),
        "word/document.xml": pack(main),
        "word/settings.xml": parts.still(parts.SETTINGS),
        "word/styles.xml": parts.styles(
            layout, lang or ("vi-VN" if desk.vietnamese else None), frozenset(emitter.used)
        ),
    }
    body = layout.style("GNBody")
    first = parts.twips(body.first) if body is not None else 0
    numbering = parts.numbering(emitter.lists.opened, emitter.deepest, first)
    if numbering is not None:
        made["word/numbering.xml"] = numbering
    if layout.page_number != "none":
        kind = "header" if layout.page_number == "top" else "footer"
        made[f"word/{kind}1.xml"] = parts.still(
            parts.page_number("hdr" if kind == "header" else "ftr")
        )
    if carry:
        store = (parts.HEAD + store_xml(emitter.store)).encode() if emitter.store else b""
        made["docProps/custom.xml"] = parts.packed(
            packed_record(desk.bundle, emitter.units, main, store, emitter.pictures)
        )
        if store:
            made["customXml/item1.xml"] = pack(store)
        if store and emitter.controls:
            made["customXml/itemProps1.xml"] = parts.still(parts.STORE_PROPERTIES)
            made["customXml/_rels/item1.xml.rels"] = parts.still(parts.STORE_RELATIONSHIPS)
    extensions = set()
    for picture in emitter.pictures.by_digest.values():
        made[picture.name] = pack(picture.data, 1)
        extensions.add(picture.name.rpartition(".")[2])
    made["word/_rels/document.xml.rels"] = parts.packed(_relationships(desk, made))
    types = parts.content_types(sorted(made), extensions)
    return {"[Content_Types].xml": types, **{name: made[name] for name in sorted(made)}}


def _relationships(desk: Desk, made: dict[str, Packed]) -> str:
    entries = [
        ("rS", parts.office("styles"), "styles.xml"),
        ("rT", parts.office("settings"), "settings.xml"),
    ]
    if "word/numbering.xml" in made:
        entries.append(("rM", parts.office("numbering"), "numbering.xml"))
    entries += [
        ("rN", parts.office(kind), f"{kind}1.xml")
        for kind in ("header", "footer")
        if f"word/{kind}1.xml" in made
    ]
    if "customXml/item1.xml" in made:
        entries.append(("rX", parts.office("customXml"), "../customXml/item1.xml"))
    entries += [
        (f"rI{picture.number}", parts.office("image"), picture.name.removeprefix("word/"))
        for picture in desk.emitter.pictures.by_digest.values()
    ]
    entries += [
        (f"rL{number}", parts.office("hyperlink"), target)
        for target, number in desk.emitter.links.items()
    ]
    return parts.relationships(*entries)


def _core(bundle: Bundle, lang: str | None) -> Packed:
    records: list[Article | Agreement] = [*bundle.articles, *bundle.agreements]
    title = next((visible(one.title) for one in records if one.title), None)
    identifier = records[0].id if len(records) == 1 and not records[0].id.startswith("#") else None
    return parts.core(title, lang, visible(identifier) if identifier else None)
