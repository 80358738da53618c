"""Which office a page is of and which stands over it, and the names parties go by."""

import pytest

from govnews.testing import read_text
from govnews_vi import VIETNAMESE


def read(text, **options):
    """Read a text; return the bundle and the issues."""
    reading = read_text(text, VIETNAMESE, **options)
    return reading.bundle, reading.issues


STORY = "Ngày 5/9/2021, Sở Du lịch tỉnh Lam Giang và Hội Nông dân tỉnh Lam Giang đã ký kết "


def page(text):
    """Return the office that holds the contacts of a page, and the name of the one over it."""
    bundle, _ = read(text)
    own = next(one for one in bundle.organizations if one.contacts)
    return own, bundle[own.parent].name if own.parent else None


def papers(text):
    """Return the agreements of a text."""
    return read(text)[0].agreements


def parties(text):
    """Return the names of the parties of the only agreement."""
    (paper,) = papers(text)
    return [party.name for party in paper.parties]


@pytest.mark.parametrize(
    ("header", "own", "above"),
    [
        (
            "SỞ NÔNG NGHIỆP TỈNH LAM GIANG\nCHI CỤC THÚ Y TỈNH LAM GIANG",
            "CHI CỤC THÚ Y TỈNH LAM GIANG",
            "SỞ NÔNG NGHIỆP TỈNH LAM GIANG",
        ),
        (
            "CHI CỤC THÚ Y TỈNH LAM GIANG\nSỞ NÔNG NGHIỆP TỈNH LAM GIANG",
            "CHI CỤC THÚ Y TỈNH LAM GIANG",
            "SỞ NÔNG NGHIỆP TỈNH LAM GIANG",
        ),
        (
            "CỤC ĐO ĐẠC TỈNH LAM GIANG\nTổng cục Đo đạc - Bộ Bản đồ",
            "CỤC ĐO ĐẠC TỈNH LAM GIANG",
            "Tổng cục Đo đạc",
        ),
        (
            "CÔNG TY CỔ PHẦN CẤP NƯỚC LAM GIANG\nThành viên của Tổng công ty Nước sạch Miền Đông",
            "CÔNG TY CỔ PHẦN CẤP NƯỚC LAM GIANG",
            "Tổng công ty Nước sạch Miền Đông",
        ),
    ],
)
def test_the_lower_office_of_a_header_is_the_page_s_own(header, own, above):
    """Ranks tell which of two offices stands over the other, in either order."""
    office, parent = page(f"{header}\nĐiện thoại: 0218.3822.115\nEmail: vp@lamgiang.example\n")
    assert (own, above) == (office.name, parent)


def test_lines_that_name_the_office_or_its_license_are_no_title():
    """A page without a story has no headline, whatever lines stand under its name."""
    bundle, _ = read(
        "CỔNG THÔNG TIN ĐIỆN TỬ TỈNH LAM GIANG\n"
        "Cơ quan quản lý: Văn phòng UBND tỉnh Lam Giang\n"
        "Giấy phép thiết lập trang thông tin điện tử tổng hợp trên Internet số 15/GP-TTĐT "
        "do Sở Văn hóa cấp ngày 02/3/2021\n"
        "Điện thoại: 0218.3822.115\n"
    )
    assert () == bundle.articles
    assert "15/GP-TTĐT" in [one.license.number for one in bundle.organizations if one.license]


def test_a_menu_is_no_title():
    """A row of sections stands in the header, the headline below it."""
    bundle, _ = read(
        "UBND PHƯỜNG BẾN NƯỚC\nGiới thiệu | Tin tức | Văn bản | Liên hệ\n"
        "Phường Bến Nước ra quân dọn vệ sinh môi trường\n05/09/2021 07:30\n\n"
        "Ngày 4/9, hơn 200 người dân phường Bến Nước đã ra quân dọn vệ sinh.\n"
    )
    assert "Phường Bến Nước ra quân dọn vệ sinh môi trường" == bundle.article.title


def test_an_unlabeled_address_may_stand_before_a_label():
    """What stands before the first label of a line is an address if it reads as one."""
    office, _ = page(
        "VIỆN NGHIÊN CỨU CHÈ\nXã Đồi Thơm, huyện Cao Lâm, tỉnh Lam Giang. Tel: 0218.3822.115; "
        "Fax: 0218.3822.116\n"
    )
    assert ["Xã Đồi Thơm, huyện Cao Lâm, tỉnh Lam Giang"] == [one.text for one in office.addresses]


@pytest.mark.parametrize(
    "line", ["Giám đốc: Ông Đỗ Trọng Khang", "Giám đốc: BSCKII. Đỗ Trọng Khang"]
)
def test_a_label_that_is_a_post_is_the_person_s_post(line):
    """Who stands behind "Director:" holds that post."""
    office, _ = page(f"BỆNH VIỆN ĐA KHOA LAM GIANG\nĐiện thoại: 0218.3822.115\n{line}\n")
    (answering,) = office.responsible
    assert ("Đỗ Trọng Khang", "Giám đốc") == (answering.person.name, answering.person.post)


def test_a_label_of_a_role_is_no_post():
    """The head of an editorial board is said by a role, and no post is made of it."""
    office, _ = page("BÁO LAM GIANG\nĐiện thoại: 0218.3822.115\nTổng Biên tập: Đỗ Trọng Khang\n")
    assert office.responsible[0].person.post is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Ngày 5/9/2021, Sở Du lịch tỉnh Lam Giang - Bưu điện tỉnh Lam Giang tổ chức lễ ký kết "
                "chương trình phối hợp."
            ),
            ["Sở Du lịch tỉnh Lam Giang", "Bưu điện tỉnh Lam Giang"],
        ),
        (
            (
                "Ngày 5/9/2021, Viện Lúa - Bộ Nông nghiệp và Bưu điện tỉnh Lam Giang đã ký kết "
                "chương trình phối hợp."
            ),
            ["Viện Lúa - Bộ Nông nghiệp", "Bưu điện tỉnh Lam Giang"],
        ),
        (
            (
                "Ngày 5/9/2021, Hội Liên hiệp Phụ nữ (LHPN) tỉnh Lam Giang và Sở Tư pháp đã ký kết "
                "chương trình phối hợp."
            ),
            ["Hội Liên hiệp Phụ nữ (LHPN) tỉnh Lam Giang", "Sở Tư pháp"],
        ),
        (
            (
                "Ngày 5/9/2021, Sở Tư pháp đã ký kết với Sở Y tế tỉnh Tây Ninh Chương trình phối hợp "
                "về y tế."
            ),
            ["Sở Tư pháp", "Sở Y tế tỉnh Tây Ninh"],
        ),
    ],
)
def test_the_names_of_two_parties(text, expected):
    """A dash joins two offices of which neither stands over the other; short forms stand inside."""
    assert expected == parties(text)


def test_a_dash_to_a_higher_office_joins_no_parties():
    """An institute and the ministry it belongs to have signed nothing with each other."""
    text = "Ngày 5/9/2021, Viện Lúa - Bộ Nông nghiệp tổ chức lễ ký kết chương trình phối hợp."
    assert () == papers(text)


def test_a_name_that_leaves_words_out_is_the_same_party():
    """A bank without the form of its company is the one named in full before."""
    (paper,) = papers(
        "Ngày 5/9/2021, Ngân hàng TMCP Sông Lam và Công ty Cổ phần Cảng Bến Nước đã ký Hợp đồng tín "
        "dụng. Hợp đồng do ông Đỗ Trọng Khang – Giám đốc Ngân hàng Sông Lam và ông Hà Văn Mến – "
        "Giám đốc Công ty Cảng Bến Nước ký kết."
    )
    assert [1, 1] == [len(party.signatories) for party in paper.parties]


def test_who_signs_after_an_earlier_paper_signs_the_one_reported():
    """A paper recalled in the sentence before takes no signatories from the present one."""
    first, earlier = papers(
        f"{STORY}Chương trình phối hợp giai đoạn 2021-2026. Trước đó, ngày 10/5/2016, Sở Du lịch "
        "tỉnh Lam Giang và Hội Nông dân tỉnh Lam Giang đã ký Biên bản ghi nhớ.\n"
        "Bà Đào Thị Mơ, Giám đốc Sở Du lịch và ông Cù Văn Lâm, Chủ tịch Hội Nông dân tỉnh đã ký kết."
    )
    assert [1, 1] == [len(party.signatories) for party in first.parties]
    assert [0, 0] == [len(party.signatories) for party in earlier.parties]


def test_the_topic_of_a_coordination_is_no_field():
    """What a coordination is on stands in its name, and no fields are made of it."""
    (paper,) = papers(f"{STORY}Chương trình phối hợp về bảo vệ rừng, môi trường.")
    assert () == paper.fields


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Thời hạn của chương trình là 03 năm.", "P3Y"),
        ("Thời hạn hiệu lực của chương trình phối hợp là 24 tháng.", "P24M"),
        ("Nhiệm kỳ của Hội là 5 năm.", None),
    ],
)
def test_how_long_the_only_paper_holds(sentence, expected):
    """The length of the only paper may be told by a sentence of its own; a term of office not."""
    (paper,) = papers(f"{STORY}Chương trình phối hợp về bảo vệ rừng. {sentence}")
    assert expected == (str(paper.period) if paper.period else None)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            (
                "Đại diện các bên ký chương trình gồm: Giám đốc Sở Du lịch Đào Thị Mơ; Chủ tịch Hội Nông "
                "dân tỉnh Cù Văn Lâm."
            ),
            {("Đào Thị Mơ", "Giám đốc Sở Du lịch"), ("Cù Văn Lâm", "Chủ tịch Hội Nông dân tỉnh")},
        ),
        (
            (
                "Ký chương trình có: đồng chí Đào Thị Mơ – Giám đốc Sở Du lịch; đồng chí Cù Văn Lâm – Chủ "
                "tịch Hội Nông dân tỉnh."
            ),
            {("Đào Thị Mơ", "Giám đốc Sở Du lịch"), ("Cù Văn Lâm", "Chủ tịch Hội Nông dân tỉnh")},
        ),
        (
            (
                "Văn bản do bà Đào Thị Mơ (Giám đốc Sở Du lịch) và ông Cù Văn Lâm (Chủ tịch Hội Nông dân "
                "tỉnh) ký."
            ),
            {("Đào Thị Mơ", "Giám đốc Sở Du lịch"), ("Cù Văn Lâm", "Chủ tịch Hội Nông dân tỉnh")},
        ),
        (
            (
                "Chương trình được ký bởi Giám đốc Sở Du lịch Đào Thị Mơ và Chủ tịch Hội Nông dân tỉnh Cù "
                "Văn Lâm."
            ),
            {("Đào Thị Mơ", "Giám đốc Sở Du lịch"), ("Cù Văn Lâm", "Chủ tịch Hội Nông dân tỉnh")},
        ),
        (
            "Phía nước bạn, Phó Huyện trưởng Khăm Bun Xay Pan ký.",
            {("Khăm Bun Xay Pan", "Phó Huyện trưởng")},
        ),
        ("Tham dự có: đồng chí Hà Văn Mến – Giám đốc Sở Tư pháp.", set()),
    ],
)
def test_rows_of_people_who_sign(sentence, expected):
    """Those named as signing are signatories in every way of saying so; guests are none."""
    (paper,) = papers(f"{STORY}Chương trình phối hợp về bảo vệ rừng. {sentence}")
    people = [*paper.signatories, *(one for party in paper.parties for one in party.signatories)]
    assert expected == {(one.name, one.post) for one in people}


@pytest.mark.parametrize(
    "line",
    [
        "Đơn vị thiết kế: Công ty Cổ phần Giải pháp Sông Lam, hotline: 0981.234.567",
        "Thiết kế bởi Trung tâm Công nghệ Sông Lam - Tel: 0218.3999.888 - hotro@songlam.example",
    ],
)
def test_who_made_the_site_is_reached_elsewhere(line):
    """The numbers of the maker of a site are none of the office whose site it is."""
    office, _ = page(f"SỞ DU LỊCH TỈNH LAM GIANG\nĐiện thoại: 0218.3822.115\n{line}\n")
    assert ["0218.3822.115"] == [one.text for one in office.contacts]


def test_signs_stand_for_labels():
    """An office may print signs in place of words before its numbers."""
    office, _ = page(
        "SỞ DU LỊCH TỈNH LAM GIANG\n📍 Số 8, đường Bến Cá, phường 1, thành phố Lam Sơn\n"
        "☎ 0218.3822.115\n📠 0218.3822.116\n✉ sdl@lamgiang.example\n"
    )
    assert ["phone", "fax", "email"] == [one.kind for one in office.contacts]
    assert ["Số 8, đường Bến Cá, phường 1, thành phố Lam Sơn"] == [
        one.text for one in office.addresses
    ]


def test_a_paper_names_itself_in_its_notice_of_rights():
    """The holder may stand before the words that say it holds the rights."""
    office, _ = page(
        "Tòa soạn: số 8, đường Bến Cá, phường 1, thành phố Lam Sơn\nĐiện thoại: 0218.3822.115\n"
        "Tổng Biên tập: Đỗ Trọng Khang\n® Báo Lam Giang giữ bản quyền nội dung trên trang này\n"
    )
    assert "Báo Lam Giang" == office.name


def test_who_answers_for_a_page_may_be_called():
    """A number behind the name of who is responsible reaches the office; the person counts once."""
    office, _ = page(
        "UBND XÃ BẾN NƯỚC\nChủ tịch UBND xã: Ông Đỗ Trọng Khang - SĐT: 0988.111.222\n"
        "Email: xa@bennuoc.example\n"
    )
    assert [("Đỗ Trọng Khang", "Chủ tịch UBND xã")] == [
        (one.person.name, one.person.post) for one in office.responsible
    ]
    assert ["0988.111.222"] == [one.text for one in office.contacts if one.kind == "phone"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Quy chế có hiệu lực từ ngày 01/10/2021 đến hết năm 2023.", "2021-10-01/2023"),
        ("Quy chế được áp dụng từ năm 2021 đến năm 2024.", "2021/2024"),
        ("Quy chế thay thế văn bản của giai đoạn 2016-2020.", None),
        ("Thời gian hợp tác: 5 năm, từ 2021 đến 2026.", "2021/2026"),
    ],
)
def test_from_when_to_when_the_only_paper_holds(sentence, expected):
    """A period behind words of force is the paper's, the one of a replaced paper is not."""
    (paper,) = papers(f"{STORY}Quy chế phối hợp về bảo vệ rừng. {sentence}")
    assert expected == (str(paper.period) if paper.period else None)


def test_hosts_of_a_meeting_sign_with_their_second_verb():
    """Those who hold a meeting and sign are the parties, the paper reviewed is none."""
    text = (
        "Ngày 5/9/2021, Hải quan tỉnh Lam Giang phối hợp với Bưu điện tỉnh Lam Giang tổ chức hội nghị "
        "sơ kết 3 năm thực hiện Quy chế phối hợp số 12/QCPH và ký kết quy chế phối hợp giai đoạn "
        "2021 - 2026."
    )
    assert ["Hải quan tỉnh Lam Giang", "Bưu điện tỉnh Lam Giang"] == parties(text)


def test_a_post_in_one_s_own_house():
    """A post may be told of "the School" that tells the story, and the row of signers goes on."""
    (paper,) = papers(
        "Ngày 5/9/2021, TS. Đỗ Trọng Khang - Hiệu trưởng Nhà trường và ông Hà Văn Mến - Giám đốc Công "
        "ty ký kết biên bản ghi nhớ giữa Trường Đại học Lam Giang và Công ty Sông Lam."
    )
    people = [*paper.signatories, *(one for party in paper.parties for one in party.signatories)]
    assert {("Đỗ Trọng Khang", "Hiệu trưởng Nhà trường"), ("Hà Văn Mến", "Giám đốc Công ty")} == {
        (one.name, one.post) for one in people
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            (
                "Sáng 5/9/2021, đoàn công tác của tỉnh đã đi kiểm tra việc phòng lũ tại xã Bến Nước, huyện "
                "Cao Lâm."
            ),
            "xã Bến Nước",
        ),
        (f"{STORY}chương trình phối hợp về bảo vệ rừng tại huyện Cao Lâm.", None),
    ],
)
def test_a_place_at_the_end_of_a_lead(sentence, expected):
    """Where a visit went ends its sentence; what a paper is about says no place."""
    assert expected == read(f"Tin trong ngày của tỉnh nhà\n\n{sentence}\n")[0].article.place


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            (
                "Biên bản được ký giữa ông Đỗ Trọng Khang, Giám đốc Sở Du lịch và ông Park Min Ho, Phó Chủ "
                "tịch Hội."
            ),
            {("Đỗ Trọng Khang", "Giám đốc Sở Du lịch"), ("Park Min Ho", "Phó Chủ tịch Hội")},
        ),
        (
            (
                "Thừa ủy quyền của Chủ tịch nước, Thứ trưởng Bộ Nội vụ Hà Văn Mến đã ký với Giám đốc quốc gia "
                "Quỹ Sông Xanh tại Việt Nam Anders Holm."
            ),
            {
                ("Hà Văn Mến", "Thứ trưởng Bộ Nội vụ"),
                ("Anders Holm", "Giám đốc quốc gia Quỹ Sông Xanh tại Việt Nam"),
            },
        ),
    ],
)
def test_people_whom_a_paper_was_signed_between(sentence, expected):
    """Both sides of "signed between" and of "signed with" are people who signed."""
    (paper,) = papers(f"{STORY}Biên bản ghi nhớ về bảo vệ rừng. {sentence}")
    people = [*paper.signatories, *(one for party in paper.parties for one in party.signatories)]
    assert expected == {(one.name, one.post) for one in people}


def test_the_name_of_a_paper_goes_on_over_a_comma_inside_a_trade():
    """A comma within a known pair of trades ends no name, and a school year is a period."""
    (paper,) = papers(
        f"{STORY}Kế hoạch phối hợp về bảo đảm an ninh, trật tự trường học năm học 2021 - 2022."
    )
    assert (
        "Kế hoạch phối hợp về bảo đảm an ninh, trật tự trường học năm học 2021 - 2022",
        "2021/2022",
    ) == (paper.title, str(paper.period))


def test_a_side_whose_name_ends_in_a_small_word():
    """Between "between" and a stop a name may end in a word that no pack knows."""
    text = (
        "Ngày 5/9/2021, UBND tỉnh Lam Giang đã ký biên bản ghi nhớ giữa UBND tỉnh Lam Giang và Công ty "
        "CP Nông nghiệp Thảo nguyên về trồng rau."
    )
    assert ["UBND tỉnh Lam Giang", "Công ty CP Nông nghiệp Thảo nguyên"] == parties(text)


def test_an_announcement_with_time_and_place():
    """Labels say when and where an event is; that day is no day of publication."""
    bundle, _ = read(
        "Thông báo mời dự hội thảo\nSở Du lịch tỉnh Lam Giang trân trọng kính mời quý vị dự hội thảo.\n"
        "Thời gian: 14h00 ngày 12/9/2024\nĐịa điểm: Phòng họp 2, Sở Du lịch\n"
    )
    assert ("2024-09-12", "Phòng họp 2, Sở Du lịch", None) == (
        str(bundle.article.happened),
        bundle.article.place,
        bundle.article.published,
    )


def test_an_office_whose_name_holds_a_word_that_ends_names():
    """A page of contacts begins with its office, whatever words the name holds."""
    office, _ = page(
        "CÔNG TY TNHH XỔ SỐ LAM GIANG\nĐịa chỉ: 03 Bến Cá, P. Quang Minh, TP. Lam Sơn\n"
        "Tel: 0251.3822281 - 3822282 - 3822283\nFax: 0251.3827110\n"
    )
    assert "CÔNG TY TNHH XỔ SỐ LAM GIANG" == office.name
    assert ["+842513822281", "+842513822282", "+842513822283", "+842513827110"] == [
        one.value for one in office.contacts
    ]


def test_an_address_behind_the_name_of_its_office():
    """An address without a label may stand behind the name of the office on its line."""
    office, _ = page(
        "HỘI NÔNG DÂN TỈNH LAM GIANG\nHội Nông dân tỉnh Lam Giang - Số 10, đường Bến Cá, phường 1, TP "
        "Lam Sơn | ĐT: 0218.3822.115 | Fax: 0218.3822.116\n"
    )
    assert ["Số 10, đường Bến Cá, phường 1, TP Lam Sơn"] == [one.text for one in office.addresses]


def test_whom_a_story_says_to_ask():
    """The office above the one to be asked owns the number behind it."""
    office, _ = page(
        "Tuyển dụng viên chức năm 2024\nNhà trường thông báo tuyển dụng 5 giảng viên ngành điều dưỡng.\n"
        "Mọi chi tiết xin liên hệ Phòng Tổ chức, Trường Cao đẳng Y tế Lam Giang, số 35 Bến Cá, phường 1, "
        "TP Lam Sơn. Điện thoại: 0218 3822 115 (gặp chị Hương).\n"
    )
    assert ("Trường Cao đẳng Y tế Lam Giang", ["0218 3822 115"]) == (
        office.name,
        [one.text for one in office.contacts],
    )
    assert ["số 35 Bến Cá, phường 1, TP Lam Sơn"] == [one.text for one in office.addresses]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Ngày 5/9/2021, UBND huyện Cao Lâm phối hợp Công ty CP Mía Sông Lam và 5 hợp tác xã tổ chức "
                "lễ ký kết thỏa thuận hợp tác."
            ),
            ["UBND huyện Cao Lâm", "Công ty CP Mía Sông Lam"],
        ),
        (
            "Trường Đại học Lam Giang: Ký biên bản ghi nhớ với Đại học Sông Xanh",
            ["Trường Đại học Lam Giang", "Đại học Sông Xanh"],
        ),
        (
            (
                "Ngày 5/9/2021, Hạt Kiểm lâm huyện Cao Lâm và Đoàn xã Bến Nước đã ký kết quy chế phối hợp "
                "giai đoạn 2021 - 2026."
            ),
            ["Hạt Kiểm lâm huyện Cao Lâm", "Đoàn xã Bến Nước"],
        ),
    ],
)
def test_sides_among_others(text, expected):
    """Unnamed others, a colon in a headline and small offices keep no side from being read."""
    assert expected == parties(text)


def test_part_of_a_row_of_plain_names_is_no_pair_of_parties():
    """Of six places that sign, two are not all."""
    text = (
        "Ngày 15/9/2022, sáu tỉnh gồm Bến Cá, Cao Lâm, Sông Lam, Hòa Lâm và Lam Sơn ký kết thỏa thuận "
        "liên kết du lịch."
    )
    assert () == papers(text)


def test_the_stated_count_divides_the_last_field():
    """Where five fields are said and four read, the last one holds two."""
    (paper,) = papers(
        f"{STORY}chương trình phối hợp. Hai bên hợp tác trên 3 lĩnh vực gồm: hạ tầng; dữ liệu và an toàn "
        "thông tin."
    )
    assert ["hạ tầng", "dữ liệu", "an toàn thông tin"] == [one.label for one in paper.fields]


def test_a_bare_paper_is_named_by_its_sides_and_its_topic():
    """An agreement between two on something has that as its name."""
    (paper,) = papers(
        "Ngày 5/9/2021, hai bên đã ký Thỏa thuận giữa Bộ Tài chính và Bộ Công Thương về hỗ trợ ngân sách."
    )
    assert "Thỏa thuận giữa Bộ Tài chính và Bộ Công Thương về hỗ trợ ngân sách" == paper.title


def test_a_post_behind_an_honorific_is_no_name():
    """Honorific, post and name follow each other in this order, too."""
    (paper,) = papers(
        f"{STORY}chương trình phối hợp. Chương trình do đồng chí Giám đốc Đào Thị Mơ và đồng chí Chủ tịch "
        "Hội Cù Văn Lâm ký kết."
    )
    people = [*paper.signatories, *(one for party in paper.parties for one in party.signatories)]
    assert {("Đào Thị Mơ", "Giám đốc"), ("Cù Văn Lâm", "Chủ tịch Hội")} == {
        (one.name, one.post) for one in people
    }


def test_who_signs_for_whom_in_a_sentence_without_the_paper():
    """Those introduced as signing for a side in the next sentence signed the paper."""
    (paper,) = papers(
        f"{STORY}thỏa ước tài trợ. Ký thay mặt Sở Du lịch là Giám đốc Đào Thị Mơ; đại diện phía Hội là "
        "ông Cù Văn Lâm, Chủ tịch Hội."
    )
    people = [*paper.signatories, *(one for party in paper.parties for one in party.signatories)]
    assert {"Đào Thị Mơ", "Cù Văn Lâm"} == {one.name for one in people}
