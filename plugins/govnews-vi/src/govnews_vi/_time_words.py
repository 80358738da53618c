"""Dates and periods as Vietnamese writes them: always the day first."""

from __future__ import annotations

from typing import Final

from govnews.extraction import TimeForm, Times

_S: Final = r"\s?[/.-]\s?"
"""Between the numbers of a date; "03/7/2020", "3-7-2020" and "3.7.2020" are all in use."""

_FULL: Final = rf"{{D}}{_S}{{M}}{_S}{{Y}}"
_FULL2: Final = rf"{{D2}}{_S}{{M2}}{_S}{{Y2}}"
_SPELLED: Final = r"{D}{_}{month}{_}{M}{_}(?:{year}|,|/)?{_}{Y}"
_DAY: Final = r"(?:(?:{part}{_})?{day}|{part}(?:{_}{now})?){_}\(?"
_DASH: Final = r"\s{0,2}(?:-|{to}(?:{_}{end_of})?(?:{_}{year})?)\s{0,2}"

FORMS: Final = (
    # -- figures that only look like a time ---------------------------------------------------
    # A paper's own number and date: "Quyết định số 15/QĐ-UBND ngày 3/7/2020".
    TimeForm(
        pattern=r"{paper}(?:\s{1,3}[\w-]{1,12}){0,3}?\s{1,3}số\s{0,2}:?\s{0,2}\d[\w./&-]{0,40}"
        rf"(?:\s{{0,2}},?\s{{0,2}}ngày\s{{1,2}}(?:{_FULL}|{_SPELLED}))?",
        means="nothing",
    ),
    TimeForm(pattern=r"\d{1,6}/\d{4}/[a-zđ][\w-]{0,30}", means="nothing"),
    TimeForm(
        pattern=r"\d{1,6}(?:-[a-zđ]\w{0,5})?/[a-zđ][\w-]{0,30}"
        rf"(?:\s{{0,2}},?\s{{0,2}}ngày\s{{1,2}}(?:{_FULL}|{_SPELLED}))?",
        means="nothing",
    ),
    TimeForm(
        pattern=rf"\d{{1,6}}-[a-zđ]{{2,6}}/[a-zđ]{{2,6}}\s{{1,2}}ngày\s{{1,2}}(?:{_FULL}|{_SPELLED})",
        means="nothing",
    ),
    TimeForm(pattern=r"24/(?:7|24)", means="nothing"),
    # A holiday by its day: "dịp 30/4", "ngày Quốc khánh 2/9".
    TimeForm(
        pattern=r"{holiday}(?:\s{1,2}[^\W\d_]{1,12}){0,4}\s{1,2}\d{1,2}\s?[/-]\s?\d{1,2}"
        r"(?:\s?[-,]\s?\d{1,2}\s?[/-]\s?\d{1,2})?",
        means="nothing",
    ),
    # A deadline is no day of an event.
    TimeForm(
        pattern=rf"{{deadline}}{{_}}(?:{{day}}{{_}})?(?:{_FULL}|{_SPELLED}|\d{{1,2}}/\d{{1,2}})",
        means="nothing",
    ),
    # -- stamps: date and time of day ---------------------------------------------------------
    TimeForm(pattern=r"{Y}-{M}-{D}(?:[ t]{T}(?::\d\d)?)?"),
    TimeForm(pattern=rf"{_FULL}\s{{0,2}}[,|-]?\s{{0,2}}(?:lúc\s)?{{T}}(?:\s{{0,2}}\(?{{Z}}\)?)?"),
    TimeForm(
        pattern=rf"{{T}}(?:\s{{0,2}}\(?{{Z}}\)?)?\s{{0,2}}[,|-]?\s{{0,2}}(?:{{weekday}}\s?,?\s?)?"
        rf"(?:{{day}}{{_}})?{_FULL}"
    ),
    # -- periods ------------------------------------------------------------------------------
    # Days in a row: "ngày 5 và 6/8", "các ngày 5, 6, 7/8/2024", "hai ngày (14 và 15/9)".
    TimeForm(
        pattern=r"(?:{day}{_}\(?|\(){D}(?:{_},{_}\d{1,2}){0,6}{_}(?:,|và){_}(?:{day}{_})?{D2}"
        r"(?:\s?[/.-]\s?{M2}(?:\s?[/.-]\s?{Y2})?|{_}{month}{_}{M2}(?:{_}(?:{year}|/){_}{Y2})?)",
        means="period",
        cue="row",
    ),
    TimeForm(
        pattern=r"{stage}{_}(?:{since}{_})?(?:{month}{_})?{M}/{Y}"
        + _DASH
        + r"(?:{month}{_})?{M2}/{Y2}",
        means="period",
        cue="plan",
    ),
    TimeForm(
        pattern=r"{lasting}{_}(?:(?:{since}|kể từ){_}{day}{_}ký{_})?{to}{_}(?:{end_of}{_})?"
        rf"(?:(?:{{day}}{{_}})?{_FULL2}|{{year}}{{_}}{{Y2}})",
        means="period",
        cue="plan",
    ),
    TimeForm(pattern=r"{term}{_}:?{_}\(?{Y}" + _DASH + r"{Y2}", means="period", cue="term"),
    TimeForm(
        pattern=r"{stage}{_}:?{_}(?:{since}{_})?(?:{year}{_})?\(?{Y}" + _DASH + r"{Y2}",
        means="period",
        cue="plan",
    ),
    TimeForm(pattern=r"{quarter}{_}{Q}{_}(?:/|-|{year})?{_}{Y}", means="period"),
    TimeForm(
        pattern=rf"{{since}}{{_}}(?:{{day}}{{_}})?{_FULL}{{_}}{{to}}{{_}}(?:{{end_of}}{{_}})?(?:{{day}}{{_}})?{_FULL2}",
        means="period",
        cue="plan",
    ),
    TimeForm(
        pattern=rf"{{since}}{{_}}(?:{{day}}{{_}})?{_FULL}{{_}}{{to}}{{_}}(?:{{end_of}}{{_}})?{{year}}{{_}}{{Y2}}",
        means="period",
        cue="plan",
    ),
    TimeForm(
        pattern=r"{since}{_}{month}{_}{M}{_}(?:/|-|{year}){_}{Y}{_}{to}{_}(?:{end_of}{_})?{year}{_}{Y2}",
        means="period",
        cue="plan",
    ),
    TimeForm(
        pattern=r"{since}{_}{month}{_}{M}{_}(?:/|-|{year}){_}{Y}{_}{to}{_}(?:{end_of}{_})?"
        r"{month}{_}{M2}{_}(?:/|-|{year}){_}{Y2}",
        means="period",
        cue="plan",
    ),
    TimeForm(
        pattern=r"{since}{_}{month}{_}{M}{_}{to}{_}(?:{end_of}{_})?{month}{_}{M2}{_}(?:/|-|{year}){_}{Y2}",
        means="period",
        cue="plan",
    ),
    TimeForm(pattern=r"{since}{_}{Y}{_}{to}{_}(?:{end_of}{_})?{Y2}", means="period", cue="plan"),
    TimeForm(pattern=rf"{_FULL}{{_}}-{{_}}{_FULL2}", means="period", cue="days"),
    TimeForm(
        pattern=rf"(?:{{since}}{{_}})?(?:{{day}}{{_}})?{{D}}(?:\s?[/-]\s?{{M}})?{{_}}(?:-|{{to}}){{_}}(?:{{day}}{{_}})?{_FULL2}",
        means="period",
        cue="days",
    ),
    TimeForm(
        pattern=r"(?:{since}{_}{day}|{since}|{day}){_}{D}(?:\s?[/-]\s?{M})?{_}(?:-|{to}){_}(?:{day}{_})?{D2}\s?[/-]\s?{M2}",
        means="period",
        cue="days",
    ),
    TimeForm(
        pattern=r"{D}\s?-\s?{D2}/{M2}",
        means="period",
        cue="days",
    ),
    TimeForm(
        pattern=r"{schooling}{_}\(?{Y}" + _DASH + r"{Y2}",
        means="period",
        cue="plan",
    ),
    TimeForm(pattern=r"(?:{since}{_})?{year}{_}{Y}" + _DASH + r"{Y2}", means="period", cue="plan"),
    TimeForm(pattern=r"\(?{Y}\s{0,2}-\s{0,2}{Y2}\)?", means="period"),
    TimeForm(
        pattern=r"{from_now}{_}{to}{_}(?:{end_of}{_})?(?:{year}{_})?{Y2}",
        means="period",
        cue="plan",
    ),
    TimeForm(pattern=r"{to}{_}{end_of}{_}{year}{_}{Y2}", means="period"),
    TimeForm(
        pattern=r"{lasting}{_}(?:của(?:\s{1,2}[^\W\d_]{1,12}){1,6}?\s{1,2})?:?{_}(?:là{_})?{L}{_}(?:\([^()\d]{1,12}\){_})?{U}",
        means="period",
        cue="length",
    ),
    # -- dates --------------------------------------------------------------------------------
    TimeForm(pattern=rf"(?:(?:{{part}}{{_}})?(?:{{day}}|{{part}}){{_}}\(?)?{_FULL}"),
    TimeForm(pattern=r"(?:{day}{_})?" + _SPELLED),
    TimeForm(pattern=r"{day}{_}{D}{_}{month}{_}{M}"),
    TimeForm(pattern=r"(?:{day}{_})?{D}{_}{N}{_}(?:{year}|,|/)?{_}{Y}"),
    TimeForm(pattern=r"(?:{season}{_})?{N}{_}(?:/|{year}){_}{Y}"),
    TimeForm(pattern=r"{day}{_}{D}{_}{N}"),
    TimeForm(pattern=r"(?:{season}{_})?{month}{_}{M}{_}(?:/|-|\.|{year}){_}{Y}"),
    TimeForm(pattern=rf"{_DAY}{{D}}{_S}{{M}}"),
    TimeForm(pattern=r"{today}{_},?{_}\({D}\s?[/.-]\s?{M}\)"),
    TimeForm(pattern=r"{weekday}{_},?{_}(?:{day}{_})?\(?{D}\s?[/.-]\s?{M}"),
    TimeForm(pattern=r"(?:{season}{_})?{year}{_}{Y}"),
    TimeForm(pattern=r"{day}{_}{D}"),
)

TIMES: Final = Times(
    forms=FORMS,
    macros={
        "day": ("ngày", "mùng", "mồng"),
        "month": ("tháng",),
        "year": ("năm",),
        "part": ("sáng", "trưa", "chiều", "tối", "đêm", "rạng sáng", "sáng sớm"),
        "now": ("nay", "qua", "mai"),
        "today": (
            "hôm nay",
            "hôm qua",
            "sáng nay",
            "chiều nay",
            "tối nay",
            "sáng qua",
            "chiều qua",
            "tối qua",
            "hôm",
        ),
        "weekday": (
            "thứ hai",
            "thứ ba",
            "thứ tư",
            "thứ năm",
            "thứ sáu",
            "thứ bảy",
            "chủ nhật",
            "thứ 2",
            "thứ 3",
            "thứ 4",
            "thứ 5",
            "thứ 6",
            "thứ 7",
        ),
        "season": ("đầu", "giữa", "cuối"),
        "to": ("đến", "tới"),
        "end_of": ("hết",),
        "since": ("từ", "kể từ", "bắt đầu từ"),
        "from_now": ("từ nay", "từ bây giờ"),
        "term": ("nhiệm kỳ", "nhiệm kì", "khóa"),
        "stage": ("giai đoạn", "thời kỳ", "thời kì", "niên độ"),
        "schooling": ("năm học", "niên khóa học"),
        "quarter": ("quý",),
        "lasting": (
            "thời hạn",
            "có thời hạn",
            "thời hạn hợp tác",
            "thời hạn hiệu lực",
            "thời gian hiệu lực",
            "thời hạn thực hiện",
            "thời gian hợp tác",
            "có hiệu lực",
            "hiệu lực",
            "trong thời gian",
            "thời gian",
            "trong thời hạn",
            "trong vòng",
            "kéo dài",
            "thời gian thực hiện",
            "hiệu lực trong",
            "có hiệu lực trong",
            "có giá trị trong",
            "có giá trị",
            "có hiệu lực trong vòng",
            "có giá trị trong vòng",
            "có hiệu lực trong thời hạn",
        ),
        "deadline": (
            "trước",
            "trước ngày",
            "chậm nhất",
            "chậm nhất là",
            "hạn chót",
            "đến hết ngày",
            "hạn cuối",
        ),
        "paper": (
            "quyết định",
            "nghị định",
            "thông tư",
            "công văn",
            "văn bản",
            "chỉ thị",
            "nghị quyết",
            "luật",
            "tờ trình",
            "thông báo",
            "kế hoạch",
            "công điện",
            "hướng dẫn",
            "báo cáo",
            "giấy phép",
            "chương trình",
            "quy chế",
            "quy định",
            "thỏa thuận",
            "hợp đồng",
            "biên bản",
            "kết luận",
            "đề án",
        ),
        "holiday": (
            "dịp",
            "dịp lễ",
            "nghỉ lễ",
            "ngày lễ",
            "kỷ niệm",
            "quốc khánh",
            "quốc tế lao động",
            "lễ quốc khánh",
        ),
    },
    # The first and the last month by their own names are those of the lunar year.
    months={
        f"tháng {name}": number
        for number, name in enumerate(
            ("hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"),
            2,
        )
    },
    units={"tháng": "M", "năm": "Y", "tuần": "W", "ngày": "D"},
    quarters={
        "1": 1,
        "2": 2,
        "3": 3,
        "4": 4,
        "i": 1,
        "ii": 2,
        "iii": 3,
        "iv": 4,
        "một": 1,
        "hai": 2,
        "ba": 3,
        "tư": 4,
    },
    numbers={
        "một": 1,
        "hai": 2,
        "ba": 3,
        "bốn": 4,
        "năm": 5,
        "sáu": 6,
        "bảy": 7,
        "tám": 8,
        "chín": 9,
        "mười": 10,
        "mười một": 11,
        "mười hai": 12,
    },
)
