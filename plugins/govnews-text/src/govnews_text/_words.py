"""The words around the facts: labels, names of values and dates, in the languages known here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from attrs import frozen

from govnews.model import OPEN, UNKNOWN, IntervalEnd, PartialDate, Period

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DURATION: Final = re.compile(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?"
)


@frozen(kw_only=True, eq=False)
class Words:
    """One language's words for the labels and values of a page.

    Args:
        labels: Label, or word of a closed vocabulary, by its key.
        day: Writes a date, without its time.
        units: Units of lengths of time from the year down to the second: one, and many.
        until: Before an end whose start is not stated.
        since: Before a start whose end is not stated.
    """

    labels: Mapping[str, str]
    day: Callable[[PartialDate], str]
    units: tuple[tuple[str, str], ...]
    until: str
    since: str

    def __getitem__(self, key: str) -> str:
        return self.labels[key]

    def date(self, date: PartialDate) -> str:
        """Write a date with just the parts it states."""
        if date.time is None:
            return self.day(date)
        offset = "" if date.offset is None else f" (UTC{date.offset.removeprefix('Z')})"
        return f"{self.day(date)}, {date.time}{offset}"

    def period(self, period: Period) -> str:
        """Write a period: its ends, its duration, or both."""
        ends = self._ends(period)
        length = self._length(period.duration)
        return "; ".join(filter(None, (ends, length)))

    def _ends(self, period: Period) -> str:
        start, end = period.start, period.end
        if start is UNKNOWN and end is UNKNOWN:
            return ""
        if start is UNKNOWN:
            return f"{self.until} {self._end(end)}"
        if end is UNKNOWN:
            return f"{self.since} {self._end(start)}"
        short = _is_year(start) and _is_year(end)
        return f"{self._end(start)}{'–' if short else ' – '}{self._end(end)}"

    def _end(self, end: PartialDate | IntervalEnd) -> str:
        if isinstance(end, PartialDate):
            return self.date(end)
        return self["open"] if end is OPEN else ""

    def _length(self, duration: str | None) -> str:
        found = _DURATION.fullmatch(duration or "")
        if found is None:
            return ""
        numbers = zip(found.groups(), self.units, strict=True)
        parts = [f"{n} {unit[int(n) != 1]}" for n, unit in numbers if n is not None]
        return " ".join(parts)


def _is_year(end: PartialDate | IntervalEnd) -> bool:
    return isinstance(end, PartialDate) and end.precision == "year" and end.year is not None


def _english_day(date: PartialDate) -> str:
    month = None if date.month is None else _MONTHS[date.month - 1]
    if month is None:
        return f"{date.year:04d}" if date.year is not None else f"day {date.day}"
    day = month if date.day is None else f"{month} {date.day}"
    if date.year is None:
        return day
    return f"{day} {date.year:04d}" if date.day is None else f"{day}, {date.year:04d}"


def _vietnamese_day(date: PartialDate) -> str:
    if date.month is None:
        return f"{date.year:04d}" if date.year is not None else f"ngày {date.day}"
    parts = [str(date.month)]
    if date.day is not None:
        parts.insert(0, str(date.day))
    if date.year is not None:
        parts.append(f"{date.year:04d}")
    return "/".join(parts) if date.day is not None else f"tháng {'/'.join(parts)}"


ENGLISH: Final = Words(
    labels=MappingProxyType(
        {
            "about": "About this story",
            "agreement": "Agreement",
            "organization": "Organization",
            # Fields of records
            "acronym": "acronym",
            "address": "Address",
            "also": "also called",
            "authors": "By",
            "changes": "Changes",
            "commitments": "Commitments",
            "created": "Written",
            "credited_to": "Source",
            "description": "Description",
            "embargo": "Not before",
            "expires": "Expires",
            "field_count": "Number of fields",
            "fields": "Fields of cooperation",
            "funders": "funded by",
            "happened": "Happened",
            "holder": "rights of",
            "identifiers": "Identifiers",
            "jurisdiction": "Territory",
            "kind": "Kind",
            "license": "License",
            "links": "Links",
            "media": "Pictures and files",
            "modified": "Changed",
            "name": "Name",
            "number": "Number",
            "objectives": "Objectives",
            "other_names": "Other names",
            "parent": "Part of",
            "parties": "Parties",
            "partners": "with",
            "period": "Period",
            "place": "Place",
            "projects": "Projects",
            "published": "Published",
            "publisher": "Publisher",
            "relations": "Relations",
            "responsible": "Responsible",
            "revision": "Revision",
            "rights": "Rights",
            "signatories": "Signed by",
            "signed": "Signed",
            "signed_by": "signed by",
            "signed_on": "signed",
            "sources": "Documents",
            "status": "Status",
            "subjects": "Subjects",
            "succession": "Succession",
            "title": "Title",
            "valid": "Existed",
            "witnesses": "Witnesses",
            # Values
            "open": "open",
            "contact.phone": "Phone",
            "contact.fax": "Fax",
            "contact.textphone": "Textphone",
            "contact.email": "Email",
            "contact.web": "Website",
            "contact.form": "Form",
            "contact.social": "Social media",
            "contact.other": "Contact",
            "role.guarantor": "guarantor",
            "role.depositary": "depositary",
            "role.observer": "observer",
            "role.facilitator": "facilitator",
            "stage.past": "past",
            "stage.ongoing": "ongoing",
            "stage.planned": "planned",
            "status.planned": "planned",
            "status.signed": "signed",
            "status.in_force": "in force",
            "status.suspended": "suspended",
            "status.terminated": "terminated",
            "status.expired": "expired",
            "status.draft": "draft",
            "status.published": "published",
            "status.withdrawn": "withdrawn",
            "status.superseded": "superseded",
            "relation.implements": "implements",
            "relation.amends": "amends",
            "relation.renews": "renews",
            "relation.supersedes": "supersedes",
            "relation.annex_to": "annex to",
            "relation.translation_of": "translation of",
        }
    ),
    day=_english_day,
    units=(
        ("year", "years"),
        ("month", "months"),
        ("week", "weeks"),
        ("day", "days"),
        ("hour", "hours"),
        ("minute", "minutes"),
        ("second", "seconds"),
    ),
    until="until",
    since="from",
)

VIETNAMESE: Final = Words(
    labels=MappingProxyType(
        {
            "about": "Về bài viết",
            "agreement": "Văn bản ký kết",
            "organization": "Cơ quan",
            # Fields of records
            "acronym": "viết tắt",
            "address": "Địa chỉ",
            "also": "tên khác",
            "authors": "Tác giả",
            "changes": "Thay đổi",
            "commitments": "Cam kết",
            "created": "Viết",
            "credited_to": "Nguồn",
            "description": "Giới thiệu",
            "embargo": "Không đăng trước",
            "expires": "Hết hạn",
            "field_count": "Số lĩnh vực",
            "fields": "Lĩnh vực hợp tác",
            "funders": "tài trợ",
            "happened": "Diễn ra",
            "holder": "bản quyền của",
            "identifiers": "Mã định danh",
            "jurisdiction": "Địa bàn",
            "kind": "Loại",
            "license": "Giấy phép",
            "links": "Liên kết",
            "media": "Ảnh và tệp",
            "modified": "Sửa",
            "name": "Tên",
            "number": "Số",
            "objectives": "Mục tiêu",
            "other_names": "Tên khác",
            "parent": "Cơ quan chủ quản",
            "parties": "Các bên",
            "partners": "phối hợp",
            "period": "Giai đoạn",
            "place": "Địa điểm",
            "projects": "Dự án, nhiệm vụ",
            "published": "Đăng",
            "publisher": "Cơ quan đăng",
            "relations": "Liên quan",
            "responsible": "Chịu trách nhiệm",
            "revision": "Phiên bản",
            "rights": "Bản quyền",
            "signatories": "Người ký",
            "signed": "Ký",
            "signed_by": "người ký",
            "signed_on": "ký",
            "sources": "Văn bản",
            "status": "Tình trạng",
            "subjects": "Chủ đề",
            "succession": "Tiền thân, kế thừa",
            "title": "Tên",
            "valid": "Thời gian tồn tại",
            "witnesses": "Chứng kiến",
            # Values
            "open": "không thời hạn",
            "contact.phone": "Điện thoại",
            "contact.fax": "Fax",
            "contact.textphone": "Điện thoại văn bản",
            "contact.email": "Email",
            "contact.web": "Website",
            "contact.form": "Biểu mẫu",
            "contact.social": "Mạng xã hội",
            "contact.other": "Liên hệ",
            "role.guarantor": "bên bảo lãnh",
            "role.depositary": "bên lưu chiểu",
            "role.observer": "quan sát viên",
            "role.facilitator": "bên điều phối",
            "stage.past": "đã thực hiện",
            "stage.ongoing": "đang thực hiện",
            "stage.planned": "dự kiến",
            "status.planned": "dự kiến",
            "status.signed": "đã ký",
            "status.in_force": "có hiệu lực",
            "status.suspended": "tạm ngừng",
            "status.terminated": "chấm dứt",
            "status.expired": "hết hiệu lực",
            "status.draft": "bản nháp",
            "status.published": "đã đăng",
            "status.withdrawn": "đã rút",
            "status.superseded": "đã thay thế",
            "relation.implements": "thực hiện",
            "relation.amends": "sửa đổi",
            "relation.renews": "gia hạn",
            "relation.supersedes": "thay thế",
            "relation.annex_to": "phụ lục của",
            "relation.translation_of": "bản dịch của",
        }
    ),
    day=_vietnamese_day,
    units=tuple((unit, unit) for unit in ("năm", "tháng", "tuần", "ngày", "giờ", "phút", "giây")),
    until="đến",
    since="từ",
)


def words_for(*languages: str | None) -> Words:
    """Return the words of the first language that is stated; English where it is not known here.

    >>> words_for(None, "vi-VN")["period"]
    'Giai đoạn'
    """
    stated = next((tag for tag in languages if tag is not None), "en")
    return VIETNAMESE if stated.lower().split("-")[0] == "vi" else ENGLISH
