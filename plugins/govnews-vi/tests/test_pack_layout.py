"""What stands around a story on the pages of Vietnamese portals, and where the story begins."""

import pytest

from govnews.testing import read_text
from govnews_vi import VIETNAMESE

TITLE = "Trường Cao đẳng Lam Giang khai giảng lớp quản lý làng nghề khóa đầu tiên"
STORY = (
    "Sáng 5/9/2023, tại Hội trường lớn, Trường Cao đẳng Lam Giang khai giảng lớp học đầu tiên.\n"
    "Lớp có 40 học viên đến từ các làng nghề trong tỉnh.\n"
)


def article(text):
    """Return the article of a page."""
    return read_text(text, VIETNAMESE).bundle.article


def office(text):
    """Return the office whose contacts a page gives."""
    bundle = read_text(text, VIETNAMESE).bundle
    assert () == bundle.verify()
    return bundle, next(one for one in bundle.organizations if one.contacts)


@pytest.mark.parametrize(
    "above",
    [
        "A- A A+ | Chia sẻ bài viết lên Facebook Twitter  Tăng tương phản",
        "Nhảy đến nội dung\nx",
        "Nơi hội tụ tinh hoa làng nghề\nGiới thiệu | Tin tức | Văn bản | Liên hệ",
        "TRƯỜNG CAO ĐẲNG LAM GIANG\nLam Giang Vocational College\nTrang nhất  Giới thiệu  Đào tạo  Liên hệ",
        "SỞ CÔNG THƯƠNG TỈNH LAM GIANG\n(LGDOIT)",
        "Tin hoạt động\nThứ Ba, 05/9/2023 | 16:42",
    ],
)
def test_the_title_is_found_below_the_furniture(above):
    """Buttons, skip links, mottos over a menu, foreign names and sections are no titles."""
    assert TITLE == article(f"{above}\n{TITLE}\n{STORY}").title


@pytest.mark.parametrize(
    "below", ["Email  In", "Chia sẻ:  Facebook  Zalo", "Báo Lam Giang | Giáo dục"]
)
def test_a_row_of_buttons_below_the_title_changes_nothing(below):
    """The title stays, and the buttons are no part of the story."""
    found = article(f"{TITLE}\n05/9/2023 07:15\n{below}\n{STORY}")
    assert TITLE == found.title
    assert "Zalo" not in found.text


def test_buttons_need_company():
    """One word of a button may be a whole line of a story: a name, a heading."""
    assert "Xem" in article(f"{TITLE}\n{STORY}Xem\nHọc viên tham quan các làng nghề.\n").text


def test_the_date_below_the_title_outweighs_the_clock_above():
    """The first line of a portal often is the time of the visit."""
    page = f"Thứ Sáu, 20/10/2023 22:45 (GMT+7)\n{TITLE}\nThứ 3, 05/9/2023 | 11:01\n{STORY}"
    assert "2023-09-05" == str(article(page).published)[:10]


@pytest.mark.parametrize(
    ("closing", "credit"),
    [
        ("Phòng Hợp tác và Xúc tiến", "Phòng Hợp tác và Xúc tiến"),
        ("Ban Thông tin - Hội viên", "Ban Thông tin - Hội viên"),
        ("Tin: Vụ Thị trường trong nước - Châu Phi", "Vụ Thị trường trong nước - Châu Phi"),
    ],
)
def test_a_credited_office_keeps_its_whole_name(closing, credit):
    """Words that no pack knows belong to the name where the line holds nothing else."""
    bundle = read_text(f"{TITLE}\n{STORY}{closing}\n", VIETNAMESE).bundle
    assert credit == bundle[bundle.article.credited_to].name


@pytest.mark.parametrize(
    ("closing", "authors"),
    [
        ("Hồng Vân - Trường Giang", ["Hồng Vân", "Trường Giang"]),
        ("Bài: Sơn Ca; Ảnh: P.ĐT&HTQT", ["Sơn Ca"]),
        ("Bài & ảnh: MINH THU", ["MINH THU"]),
    ],
)
def test_who_wrote_and_who_took_pictures(closing, authors):
    """Photographers are no authors, and a name that begins like an office is still a name."""
    assert authors == [one.name for one in article(f"{TITLE}\n{STORY}{closing}\n").authors]


@pytest.mark.parametrize(
    "heading", ["Tags: làng nghề; khai giảng", "CÙNG CHUYÊN MỤC", "Xem thêm: Ngày hội"]
)
def test_a_heading_over_other_stories_ends_the_story(heading):
    """Behind it nothing is told, and the credit right above it is found."""
    found = article(f"{TITLE}\n{STORY}Thu Trang\n{heading}\nBế giảng lớp bồi dưỡng năm 2019\n")
    assert ["Thu Trang"] == [one.name for one in found.authors]
    assert "2019" not in found.text


def test_the_foot_of_an_outlet_that_names_whose_organ_it_is():
    """The outlet holds the contacts, the office whose organ it is stands above it."""
    bundle, found = office(
        f"{TITLE}\n{STORY}LÀNG NGHỀ ONLINE - CƠ QUAN CỦA ĐẢNG BỘ TỈNH LAM GIANG\n"
        "ÐT: (0218) 3831066, FAX: (0218) 3836655\n"
    )
    assert "LÀNG NGHỀ ONLINE" == found.name
    assert "ĐẢNG BỘ TỈNH LAM GIANG" == bundle[found.parent].name
    assert {"+842183831066", "+842183836655"} == {one.value for one in found.contacts}


def test_numbers_behind_the_names_of_rooms_and_behind_nothing():
    """A label of addresses before a number, and a line that is a number, are telephones."""
    _, found = office(
        f"TRƯỜNG CAO ĐẲNG LAM GIANG\n{TITLE}\n{STORY}"
        "Địa chỉ 1: 12 Bờ Sông, phường Bến Đá, tỉnh Lam Giang\n"
        "Địa chỉ 2: 8 Chợ Cũ, phường Tam Sơn, tỉnh Lam Giang\n"
        "(+84).218.3855246 - Fax: (+84).218.3855217\n"
        "Văn phòng: (0218)3.745.226 | Ban TT-HV: (0218)3.823.041\n"
    )
    numbers = [one.value for one in found.contacts]
    assert {"+842183855246", "+842183855217", "+842183745226", "+842183823041"} == set(numbers)
    assert 2 == len(found.addresses)


def test_the_seat_behind_the_office_above():
    """An address may follow the name behind "Cơ quan chủ quản"."""
    _, found = office(
        f"{TITLE}\n{STORY}CỔNG THÔNG TIN ĐIỆN TỬ SỞ CÔNG THƯƠNG TỈNH LAM GIANG\n"
        "Cơ quan chủ quản: Bộ Công Thương, 54 Bờ Sông, phường Bến Đá, quận Hạ, Lam Giang\n"
        "Điện thoại: (0218) 3822 115\n"
    )
    assert ["54 Bờ Sông, phường Bến Đá, quận Hạ, Lam Giang"] == [
        one.text for one in found.addresses
    ]


def test_a_town_whose_second_half_begins_an_office():
    """The word "Phòng" is a head of offices, and half of a town's name."""
    page = f"Sở Công Thương thành phố Hải Phòng\n{TITLE}\n{STORY}Điện thoại: 0225 3822 115\n"
    assert "Sở Công Thương thành phố Hải Phòng" == office(page)[1].name


def test_contacts_of_units_within_a_page():
    """Rows of units with their numbers are contacts, also where the page goes on below."""
    _, found = office(
        "CHI CỤC QUẢN LÝ ĐÊ TỈNH LAM GIANG\n"
        "Thông tin liên hệ các đơn vị trực thuộc của chi cục\n"
        "Danh sách được rà soát hằng năm để bà con tiện liên lạc khi mưa bão.\n"
        "Hạt số 1 (xã Bến Đá): Khu phố 3 – ĐT: 0218 3878 311\n"
        "Hạt số 2 (xã Tam Sơn): Khu chợ – ĐT: 0218 3850 729 – Telefax: 0218 3850 730\n"
        "LỊCH TIẾP CÔNG DÂN\n"
        "Thứ ba hằng tuần, lãnh đạo chi cục tiếp công dân tại trụ sở.\n"
    )
    assert ["+842183878311", "+842183850729", "+842183850730"] == [
        one.value for one in found.contacts
    ]


def test_a_foot_that_is_the_whole_page():
    """A notice of copyright above numbers is no title."""
    bundle, found = office(
        "Bản quyền thuộc về Sở Kế hoạch tỉnh Lam Giang\n"
        "Địa chỉ: 6B Bờ Sông, Bến Đá, Lam Giang - ĐT: 0218 3843 485\n"
        "Phòng Hành chính - Văn phòng Sở: 0218.38455298 - Fax: 0218.38234453.\n"
        "Trưởng Ban Biên tập: Cù Văn Lâm - Giám đốc Trung tâm Tin học\n"
    )
    assert all(one.title is None for one in bundle.articles)
    assert "Sở Kế hoạch tỉnh Lam Giang" == found.name


def test_the_price_of_a_call_is_no_number():
    """What a call costs stands in brackets behind a hotline."""
    _, found = office(
        f"TRƯỜNG CAO ĐẲNG LAM GIANG\n{TITLE}\n{STORY}Hotline: 1900.9068 (cước 1.000 đồng/phút)\n"
    )
    assert ["1900.9068"] == [one.text for one in found.contacts]


def test_a_site_alone_on_the_last_line():
    """A page that is a header and a foot keeps both, whatever its last line is."""
    _, found = office(
        "CỔNG THÔNG TIN ĐIỆN TỬ\nTÒA ÁN NHÂN DÂN TỈNH LAM GIANG\nĐịa chỉ: 48 Bờ Sông, Bến Đá\n"
        "Điện thoại: 0218 3741 133\nTrưởng Ban biên tập: Chánh Văn phòng Tòa án nhân dân tỉnh.\n"
        "© Bản quyền thuộc về Tòa án nhân dân tỉnh Lam Giang.\nĐề nghị ghi rõ nguồn khi đăng tải lại từ\n"
        "www.toaan.lamgiang.example.\n"
    )
    assert "www.toaan.lamgiang.example" in [one.text for one in found.contacts]
    assert found.rights is not None


@pytest.mark.parametrize("motto", ['"Học để làm - Làm để sống"', "kiêm nhiệm Gia Lai và Kon Tum"])
def test_a_motto_above_a_section(motto):
    """What stands above the name of a section is the site's own."""
    assert TITLE == article(f"TRƯỜNG CAO ĐẲNG LAM GIANG\n{motto}\nTIN TỨC\n{TITLE}\n{STORY}").title


def test_a_name_with_what_its_bearer_does():
    """The post behind a name in the closing line is no part of it."""
    found = article(
        f"{TITLE}\n{STORY}Ngân Thị Hiền - Công chức văn hóa\nCác tin khác:\nThông báo\n"
    )
    assert ["Ngân Thị Hiền"] == [one.name for one in found.authors]
