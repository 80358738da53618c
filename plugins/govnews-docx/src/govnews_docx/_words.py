"""The words a layout adds of its own, and dates in words."""

from __future__ import annotations

import re
from typing import Final

from govnews.model import OPEN, UNKNOWN, IntervalEnd, PartialDate, Period, Person

_EN: Final = {
    "release": "FOR IMMEDIATE RELEASE",
    "embargo": "EMBARGOED UNTIL ",
    "about": "About ",
    "contacts": "Contact",
    "contents": "Contents",
    "facts": "The agreement",
    "phone": "Phone: ",
    "fax": "Fax: ",
    "textphone": "Textphone: ",
    "email": "Email: ",
    "web": "Website: ",
    "form": "Form: ",
    "social": "",
    "other": "",
    "address": "Address: ",
    "number": "Number: ",
    "kind": "Kind: ",
    "party": "Party: ",
    "signed": "Signed: ",
    "place": "Place: ",
    "period": "Period: ",
    "fields": "Fields of cooperation",
    "objectives": "Objectives",
    "commitments": "Commitments",
    "projects": "Projects",
    "witness": "Witness: ",
    "signatory": "Signed by: ",
    "for": "FOR ",
    "open": "open-ended",
}
_VI: Final = {
    "release": "PHÁT HÀNH NGAY",
    "embargo": "KHÔNG PHÁT HÀNH TRƯỚC ",
    "about": "Về ",
    "contacts": "Liên hệ",
    "contents": "Mục lục",
    "facts": "Thông tin về thỏa thuận",
    "phone": "Điện thoại: ",
    "fax": "Fax: ",
    "textphone": "Điện thoại văn bản: ",
    "email": "Email: ",
    "web": "Website: ",
    "form": "Biểu mẫu: ",
    "social": "",
    "other": "",
    "address": "Địa chỉ: ",
    "number": "Số: ",
    "kind": "Loại: ",
    "party": "Bên ký kết: ",
    "signed": "Ngày ký: ",
    "place": "Nơi ký: ",
    "period": "Thời hạn: ",
    "fields": "Lĩnh vực hợp tác",
    "objectives": "Mục tiêu",
    "commitments": "Cam kết",
    "projects": "Dự án, nhiệm vụ",
    "witness": "Chứng kiến: ",
    "signatory": "Người ký: ",
    "for": "ĐẠI DIỆN ",
    "open": "không thời hạn",
}
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
#: Letters with two marks, such as ế and ờ, that no other language in wide use writes.
_VIETNAMESE: Final = re.compile("[\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")


def is_vietnamese(lang: str | None, text: str) -> bool:
    """Whether the words of a layout shall be Vietnamese: as stated, or else by the letters."""
    if lang is not None:
        return lang.lower().partition("-")[0] == "vi"
    return _VIETNAMESE.search(text[:2_000]) is not None


def words(*, vietnamese: bool) -> dict[str, str]:
    """Return the words of a language."""
    return _VI if vietnamese else _EN


def date_in_words(date: PartialDate, *, vietnamese: bool) -> str:
    """Return a date as a sentence says it, with just the parts that are stated.

    In Vietnamese, days below 10 and the months 1 and 2 take a zero (Decree 30/2020, I.4).

    >>> date_in_words(PartialDate.parse("2024-09-07"), vietnamese=True)
    'ngày 07 tháng 9 năm 2024'
    >>> date_in_words(PartialDate.parse("2024-09"), vietnamese=False)
    'September 2024'
    """
    time = f", {date.time}" if date.time is not None else ""
    if vietnamese:
        parts = []
        if date.day is not None:
            parts.append(f"ngày {date.day:02d}")
        if date.month is not None:
            parts.append(f"tháng {date.month:02d}" if date.month < 3 else f"tháng {date.month}")
        if date.year is not None:
            parts.append(f"năm {date.year}")
        return " ".join(parts) + time
    if date.month is None:
        return str(date.year) if date.year is not None else f"day {date.day}"
    month = _MONTHS[date.month - 1]
    if date.day is not None:
        month = f"{month} {date.day}"
        return (f"{month}, {date.year}" if date.year is not None else month) + time
    return f"{month} {date.year}" if date.year is not None else month


def span_in_words(value: PartialDate | Period, *, vietnamese: bool) -> str:
    """Return a date or a period in words.

    >>> span_in_words(Period.parse("2020/2025"), vietnamese=True)
    'năm 2020 – năm 2025'
    """
    if isinstance(value, PartialDate):
        return date_in_words(value, vietnamese=vietnamese)
    ends = [_end(end, vietnamese=vietnamese) for end in (value.start, value.end)]
    text = "" if value.start is UNKNOWN and value.end is UNKNOWN else " – ".join(ends)
    return ", ".join(filter(None, (text, value.duration)))


def _end(end: PartialDate | IntervalEnd, *, vietnamese: bool) -> str:
    if isinstance(end, PartialDate):
        return date_in_words(end, vietnamese=vietnamese)
    return words(vietnamese=vietnamese)["open"] if end is OPEN else "…"


def person_in_words(person: Person) -> str:
    """Return a person as a line names one.

    >>> person_in_words(Person(name="Võ Anh Tuấn", honorific="Ông", post="Giám đốc Sở Du lịch"))
    'Ông Võ Anh Tuấn - Giám đốc Sở Du lịch'
    """
    name = " ".join(filter(None, (person.honorific, person.name)))
    return " - ".join(filter(None, (name, person.post)))
