"""How pages tell where an office is reached: labels in many spellings, and lines without any."""

import pytest

from govnews.testing import read_text
from govnews_vi import VIETNAMESE


def read(text, **options):
    """Read a text; return the bundle and the issues."""
    reading = read_text(text, VIETNAMESE, **options)
    return reading.bundle, reading.issues


HEADER = "TRUNG TÂM Y TẾ HUYỆN BẾN NƯỚC\n"
REACHED = "Email: ttyt@bennuoc.example\n"


def office(text):
    """Return the organization that holds the contacts of a page."""
    bundle, _ = read(text)
    assert () == bundle.verify()
    return next(one for one in bundle.organizations if one.contacts or one.addresses)


def numbers(text, kind="phone"):
    """Return the numbers of that office, as read or else as printed."""
    return [one.value or one.text for one in office(text).contacts if one.kind == kind]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Đường dây nóng hỗ trợ người bệnh: 0912.345.678 (24/7)", ["+84912345678"]),
        ("Cấp cứu 24/24: 0218.3822.115", ["+842183822115"]),
        ("Hotline 1: 0912 345 678; Hotline 2: 0912 345 679", ["+84912345678", "+84912345679"]),
        ("Tư vấn dinh dưỡng: 0218.3822.116 - 0912.345.678", ["+842183822116", "+84912345678"]),
        ("Điện thoại: 0218 3822 115 hoặc 3822116 trong giờ hành chính", None),
        ("Điện thoại: (0218) 3822 115 (máy lẻ 12)", ["+842183822115"]),
    ],
)
def test_numbers_behind_labels_that_go_on(line, expected):
    """A known label may go on, and remarks among the numbers are passed over."""
    expected = expected or ["+842183822115", "+842183822116"]
    assert expected == numbers(f"{HEADER}{REACHED}{line}\n")


@pytest.mark.parametrize(
    "line",
    [
        "Mã số thuế: 0312345678",
        "Số tài khoản: 0912345678",
        "Số lượt truy cập: 3.402.118",
        "Giờ làm việc: 7:30 - 17:00",
    ],
)
def test_other_numbers_are_no_telephones(line):
    """What a tax number or a counter says is taken for no telephone."""
    assert [] == numbers(f"{HEADER}{REACHED}{line}\n")


@pytest.mark.parametrize(
    "line",
    [
        "Giấy phép số 12/GP-STTTT do Sở Thông tin và Truyền thông cấp ngày 01/02/2020",
        "Giấy phép hoạt động báo in và báo điện tử: Số 12/GP-STTTT cấp ngày 01/02/2020",
        "Giấy phép của Cục Quản lý PTTH&TTĐT số 12/GP-STTTT ngày 01/02/2020",
        "Trang tin hoạt động theo Giấy phép số 12/GP-STTTT ngày 01/02/2020",
    ],
)
def test_a_license_whose_label_goes_on(line):
    """The number and the date of a license are read however long its label is."""
    found = office(f"{HEADER}{REACHED}{line}\n").license
    assert ("12/GP-STTTT", "2020-02-01") == (found.number, str(found.issued))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Khoa Dược: ThS. Lò Thị Nụ, Phó Trưởng khoa, ĐT: 0912 345 678",
            ("contact", "Lò Thị Nụ", "Phó Trưởng khoa"),
        ),
        (
            "Trưởng phòng: Ông Tạ Văn Ón - ĐT: 0912 345 678",
            ("contact", "Tạ Văn Ón", "Trưởng phòng"),
        ),
        (
            "Người liên hệ: Bà Lù Thị Sen, chuyên viên, điện thoại: 0912 345 678",
            ("contact", "Lù Thị Sen", "chuyên viên"),
        ),
        (
            "Chịu trách nhiệm nội dung: BS.CKII Tạ Văn Ón - Giám đốc Trung tâm",
            ("responsible", "Tạ Văn Ón", "Giám đốc Trung tâm"),
        ),
        (
            "Phó Tổng Biên tập phụ trách: ThS.LS Tạ Văn Ón",
            ("editor_in_chief", "Tạ Văn Ón", None),
        ),
    ],
)
def test_people_to_reach(line, expected):
    """A person is read with role, name and post, behind labels and behind the name of a unit."""
    (found,) = office(f"{HEADER}{REACHED}{line}\n").responsible
    assert expected == (found.role.code, found.person.name, found.person.post)


def test_deputies_are_not_responsible():
    """A deputy editor is no responsible person, and no part of the value before."""
    text = f"{HEADER}{REACHED}Tổng Biên tập: Tạ Văn Ón; Phó Tổng Biên tập: Lù Thị Sen\n"
    assert ["Tạ Văn Ón"] == [one.person.name for one in office(text).responsible]


ASKED = """Khai giảng lớp học nghề
Hòa Sơn, 05/3/2024
Ngày 4/3, lớp học nghề cho bốn mươi học viên đã khai giảng tại xã Tân Lập.
Mọi chi tiết xin liên hệ: Bộ phận Đào tạo nghề ngắn hạn, Trung tâm Dạy nghề Hòa Sơn, số 7 Lê Lai, \
quận Đông, tỉnh Hòa Sơn
Tel: 0218 3822 115
"""


def test_an_office_to_ask_owns_the_contacts():
    """On a page without a header, the office to ask holds numbers and address."""
    found = office(ASKED)
    assert "Trung tâm Dạy nghề Hòa Sơn" == found.name
    assert "Bộ phận Đào tạo nghề ngắn hạn" == found.responsible[0].office.name
    assert "số 7 Lê Lai, quận Đông, tỉnh Hòa Sơn" == found.addresses[0].text
    assert ["+842183822115"] == [one.value for one in found.contacts]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (
            "SỞ Y TẾ TỈNH HÒA SƠN\nTRUNG TÂM Y TẾ BẾN NƯỚC\n",
            ("TRUNG TÂM Y TẾ BẾN NƯỚC", "SỞ Y TẾ TỈNH HÒA SƠN"),
        ),
        ("HẢI QUAN TỈNH HÒA SƠN\nBộ Thương mại\n", ("HẢI QUAN TỈNH HÒA SƠN", "Bộ Thương mại")),
        (
            "SỞ Y TẾ HÒA SƠN - TRUNG TÂM Y TẾ BẾN NƯỚC\n",
            ("TRUNG TÂM Y TẾ BẾN NƯỚC", "SỞ Y TẾ HÒA SƠN"),
        ),
        (
            "TẠP CHÍ SÔNG NƯỚC\nCơ quan ngôn luận của Hội Nhà văn tỉnh Hòa Sơn\n",
            ("TẠP CHÍ SÔNG NƯỚC", "Hội Nhà văn tỉnh Hòa Sơn"),
        ),
        (
            "TRUNG TÂM Y TẾ BẾN NƯỚC\nCơ quan cấp trên: Sở Y tế tỉnh Hòa Sơn\n",
            ("TRUNG TÂM Y TẾ BẾN NƯỚC", "Sở Y tế tỉnh Hòa Sơn"),
        ),
    ],
)
def test_the_office_above(header, expected):
    """Of two offices in a header the lower one owns the page; a label may name the upper one."""
    bundle, _ = read(f"{header}{REACHED}Điện thoại: 0218 3822 115\n")
    own = next(one for one in bundle.organizations if one.contacts)
    assert expected == (own.name, bundle[own.parent].name)


def test_a_page_without_a_story_has_no_title():
    """A header, a menu and a foot make no headline."""
    text = f"{HEADER}Giới thiệu\nTin tức\nĐiện thoại: 0218 3822 115\n{REACHED}Fax: 0218 3822 116\n"
    bundle, _ = read(text)
    assert [] == [one.title for one in bundle.articles if one.title]


STORY = "Khám bệnh miễn phí tại xã Tân Lập\n{stamp}\nSáng 4/3, bác sĩ khám cho 200 người.\n{end}\n"


@pytest.mark.parametrize(
    "stamp",
    [
        "Thứ Ba, 05/3/2024, 14:35 [GMT+7]     Lượt xem: 1.204",
        "Đăng lúc: Thứ ba - 05/3/2024 20:18 - Người đăng: Lò Nụ - Đã xem: 832",
        "Tác giả: Lò Nụ | Ngày đăng: 05/3/2024",
    ],
)
def test_stamps_with_counts_and_posters(stamp):
    """A stamp is one although a counter or a poster stands on its line."""
    bundle, _ = read(STORY.format(stamp=stamp, end=""))
    (article,) = bundle.articles
    assert "2024-03-05" == str(article.published)[:10]
    assert (["Lò Nụ"] if "Nụ" in stamp else []) == [one.name for one in article.authors]


@pytest.mark.parametrize(
    ("end", "authors", "credited"),
    [
        ("Nguồn: TTXHS", [], "TTXHS"),
        ("Lò Nụ - TTXHS", ["Lò Nụ"], "TTXHS"),
        ("Bài: Lò Nụ - Ảnh: Tạ Ón", ["Lò Nụ"], None),
        ("Theo Báo Hòa Sơn", [], "Báo Hòa Sơn"),
        ("Lò Nụ - TTXHS\n---", ["Lò Nụ"], "TTXHS"),
    ],
)
def test_credit_lines(end, authors, credited):
    """Sources and authors are told apart; who took a photo is neither."""
    bundle, _ = read(STORY.format(stamp="05/3/2024", end=end))
    (article,) = bundle.articles
    source = bundle[article.credited_to].name if article.credited_to else None
    assert (authors, credited) == ([one.name for one in article.authors], source)
