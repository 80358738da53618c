"""The header of Decree 30/2020/ND-CP, Annex I, elements 1 to 4."""

from __future__ import annotations

from typing import Final

from govnews.model import PartialDate
from govnews_docx._desk import Desk
from govnews_docx._words import date_in_words

_STATE: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_LEFT: Final = 0.4  # the state's name stands on one line
_MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"


def header(desk: Desk) -> None:
    """Show issuer and number on the left, state, motto, place and date on the right."""
    sides = desk.agreement.parties if desk.agreement is not None else ()
    if len(sides) >= 2:
        _state(desk)
        desk.emitter.open_table(2)
        for number, party in enumerate(sides[:2]):
            desk.emitter.next_cell(number)
            desk.field("GNIssuer", f"{desk.path}.parties[{number}].name", party.name)
            desk.emitter.rule(0.4)
        desk.emitter.close_table()
        desk.emitter.open_table(2, _LEFT)
        desk.emitter.next_cell(0)
        _number(desk)
        desk.emitter.next_cell(1)
        _place_and_date(desk)
        desk.emitter.close_table()
        return
    desk.emitter.open_table(2, _LEFT)
    desk.emitter.next_cell(0)
    _issuer(desk)
    desk.emitter.next_cell(1)
    _state(desk)
    desk.emitter.next_row()
    desk.emitter.next_cell(0)
    _number(desk)
    desk.emitter.next_cell(1)
    _place_and_date(desk)
    desk.emitter.close_table()


def _state(desk: Desk) -> None:
    desk.made("GNMotto", _STATE)
    desk.emitter.made("GNMotto", _MOTTO, '<w:spacing w:line="240" w:lineRule="auto"/>')
    desk.emitter.rule(0.6 if desk.emitter.in_cell else 0.3)


def _issuer(desk: Desk) -> None:
    index, office = desk.office()
    if office is None:
        return
    parent, superior = desk.find(office.parent)
    if superior is not None:
        desk.field("GNOffice", f"$.organizations[{parent}].name", superior.name)
    desk.field("GNIssuer", f"$.organizations[{index}].name", office.name)
    desk.emitter.rule(0.4)


def _number(desk: Desk) -> None:
    if desk.agreement is not None and desk.agreement.number:
        desk.field("GNNumber", f"{desk.path}.number", desk.agreement.number, "Số: ")
    elif desk.article is not None:
        for index, one in enumerate(desk.article.alt_ids):
            if one.scheme == "docx:number":
                desk.field("GNNumber", f"{desk.path}.alt_ids[{index}].value", one.value, "Số: ")
                return


def _place_and_date(desk: Desk) -> None:
    if desk.article is not None and desk.article.dateline:
        desk.field("GNDateline", f"{desk.path}.dateline", desk.article.dateline)
        return
    record = desk.record
    if record is None:
        return
    date = desk.article.published if desk.article is not None else None
    signed = desk.agreement.signed if desk.agreement is not None else None
    stated = date if date is not None else signed
    if isinstance(stated, PartialDate):
        place = f"{record.place}, " if record.place else ""
        text = place + date_in_words(stated, vietnamese=True)
        path = "published" if date is not None else "signed"
        desk.made("GNDateline", text, f"{desk.path}.{path}")
