"""The words that a page puts beside values, in the languages we have them in."""

from __future__ import annotations

from typing import Final

_ENGLISH: Final = {
    "agreement": "Agreement",
    "articles": "In this document",
    "authors": "By",
    "changes": "Changes",
    "commitments": "Commitments",
    "contact": "Contact",
    "count": "Number",
    "created": "Written",
    "credit": "Credit",
    "dateline": "Dateline",
    "days": "days",
    "email": "E-mail",
    "embargo": "Embargo until",
    "expires": "Expires",
    "fax": "Fax",
    "field_count": "Number of fields",
    "fields": "Fields of cooperation",
    "from": "from {0}",
    "funders": "Funded by",
    "happened": "Took place",
    "holder": "Rights holder",
    "identifiers": "Identifiers",
    "issued": "issued on {0}",
    "issuer": "issued by {0}",
    "kind": "Kind",
    "license": "License",
    "links": "Links",
    "media": "Pictures and files",
    "mentions": "Mentioned",
    "modified": "Updated",
    "months": "months",
    "number": "Number",
    "objectives": "Objectives",
    "office": "Office",
    "offices": "Offices",
    "other_names": "Also called",
    "parent": "Part of",
    "jurisdiction": "Acts for",
    "parties": "Parties",
    "partners": "With",
    "period": "Period",
    "phone": "Phone",
    "place": "Place",
    "projects": "Projects",
    "published": "Published",
    "publisher": "Published by",
    "relations": "Related agreements",
    "responsible": "Responsible",
    "rights": "Rights",
    "scope": "Scope",
    "signatories": "Signed by",
    "signed": "Signed",
    "sources": "Sources",
    "status": "Status",
    "subjects": "Subjects",
    "succession": "History",
    "translations": "Translations",
    "until": "until {0}",
    "unlimited": "{0}, open-ended",
    "valid": "Valid",
    "web": "Web",
    "weeks": "weeks",
    "witnesses": "Witnesses",
    "years": "years",
}
_VIETNAMESE: Final = {
    "agreement": "Thỏa thuận",
    "articles": "Trong tài liệu này",
    "authors": "Tác giả",
    "changes": "Thay đổi",
    "commitments": "Cam kết",
    "contact": "Liên hệ",
    "count": "Số lượng",
    "created": "Ngày viết",
    "credit": "Nguồn tin",
    "dateline": "Nơi, ngày",
    "days": "ngày",
    "email": "Thư điện tử",
    "embargo": "Không công bố trước",
    "expires": "Hết hạn",
    "fax": "Fax",
    "field_count": "Số lĩnh vực",
    "fields": "Lĩnh vực hợp tác",
    "from": "từ {0}",
    "funders": "Tài trợ",
    "happened": "Diễn ra",
    "holder": "Chủ sở hữu quyền",
    "identifiers": "Định danh",
    "issued": "cấp ngày {0}",
    "issuer": "do {0} cấp",
    "kind": "Loại",
    "license": "Giấy phép",
    "links": "Liên kết",
    "media": "Ảnh và tệp",
    "mentions": "Nhắc đến",
    "modified": "Cập nhật",
    "months": "tháng",
    "number": "Số",
    "objectives": "Mục tiêu",
    "office": "Cơ quan",
    "offices": "Cơ quan",
    "other_names": "Tên khác",
    "parent": "Trực thuộc",
    "jurisdiction": "Địa bàn",
    "parties": "Các bên",
    "partners": "Phối hợp",
    "period": "Thời hạn",
    "phone": "Điện thoại",
    "place": "Địa điểm",
    "projects": "Dự án",
    "published": "Đăng ngày",
    "publisher": "Cơ quan đăng",
    "relations": "Thỏa thuận liên quan",
    "responsible": "Chịu trách nhiệm",
    "rights": "Bản quyền",
    "scope": "Phạm vi",
    "signatories": "Người ký",
    "signed": "Ngày ký",
    "sources": "Nguồn",
    "status": "Trạng thái",
    "subjects": "Chủ đề",
    "succession": "Lịch sử",
    "translations": "Bản dịch",
    "until": "đến {0}",
    "unlimited": "{0}, không thời hạn",
    "valid": "Hiệu lực",
    "web": "Trang web",
    "weeks": "tuần",
    "witnesses": "Chứng kiến",
    "years": "năm",
}
_VIETNAMESE_VALUES: Final = {
    "amends": "sửa đổi",
    "annex_to": "phụ lục của",
    "depositary": "nơi lưu chiểu",
    "draft": "bản nháp",
    "expired": "hết hiệu lực",
    "facilitator": "bên hỗ trợ",
    "guarantor": "bên bảo đảm",
    "implements": "thực hiện",
    "in_force": "đang có hiệu lực",
    "observer": "quan sát viên",
    "ongoing": "đang thực hiện",
    "past": "đã thực hiện",
    "planned": "dự kiến",
    "published": "đã đăng",
    "renews": "gia hạn",
    "signed": "đã ký",
    "superseded": "đã được thay thế",
    "supersedes": "thay thế",
    "suspended": "tạm dừng",
    "terminated": "đã chấm dứt",
    "translation_of": "bản dịch của",
    "withdrawn": "đã rút",
}
_MONTHS: Final = (
    "January February March April May June July August September October November December"
).split()


class Labels:
    """The words of one language; English where there are none.

    Args:
        lang: Language tag of what the words stand beside.

    >>> Labels("vi-VN")["parties"]
    'Các bên'
    >>> Labels("fi").lang
    'en'
    """

    def __init__(self, lang: str | None) -> None:
        primary = (lang or "").partition("-")[0].lower()
        self.lang = "vi" if primary == "vi" else "en"
        self._words = _VIETNAMESE if self.lang == "vi" else _ENGLISH

    def __getitem__(self, key: str) -> str:
        return self._words[key]

    def value(self, code: str) -> str:
        """Return the words for a value of a closed vocabulary of the model.

        >>> Labels("vi").value("withdrawn"), Labels("en").value("in_force")
        ('đã rút', 'in force')
        """
        words = _VIETNAMESE_VALUES.get(code) if self.lang == "vi" else None
        return words or code.replace("_", " ")

    def foreign_to(self, lang: str | None) -> str | None:
        """Return the language of the labels where it is not that of the values beside them."""
        primary = (lang or "").partition("-")[0].lower()
        return None if primary == self.lang else self.lang

    def day(self, year: int | None, month: int | None, day: int | None) -> str:
        """Return the stated parts of a date as people of this language write them.

        >>> Labels("en").day(2020, 7, 3), Labels("vi").day(2020, 7, None)
        ('3 July 2020', '7/2020')
        """
        if self.lang == "vi":
            parts = [str(part) for part in (day, month, year) if part is not None]
        else:
            name = None if month is None else _MONTHS[month - 1]
            parts = [str(part) for part in (day, name, year) if part is not None]
        return ("/" if self.lang == "vi" else " ").join(parts)
