"""Sides and signatories as stories name them: brackets, short forms, towns, posts."""

import pytest

from govnews.testing import read_text
from govnews_vi import VIETNAMESE

OPENING = "Ngày 5/9/2021, "


def paper(sentence):
    """Return the only agreement of a story."""
    [found] = read_text(f"{OPENING}{sentence}", VIETNAMESE).bundle.agreements
    return found


def parties(sentence):
    """Return the names of its sides."""
    return [party.name for party in paper(sentence).parties]


def signers(sentence):
    """Return who signed it, with the posts."""
    found = paper(sentence)
    people = [*found.signatories, *(one for side in found.parties for one in side.signatories)]
    return {(one.name, one.post) for one in people}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Sở Du lịch tỉnh Lam Giang và Viện Nghiên cứu biển (thuộc Viện Hải dương Việt Nam) đã ký thỏa thuận hợp tác.",
            ["Sở Du lịch tỉnh Lam Giang", "Viện Nghiên cứu biển"],
        ),
        (
            "Hội Nông dân tỉnh và Chi nhánh Ngân hàng Hợp tác xã (NHHTX) tỉnh ký Kế hoạch liên tịch về cho vay vốn.",
            ["Hội Nông dân tỉnh", "Chi nhánh Ngân hàng Hợp tác xã"],
        ),
        (
            "Quân chủng Phòng không (QCPK) và Tập đoàn Lam Giang đã ký kết chương trình phối hợp.",
            ["Quân chủng Phòng không", "Tập đoàn Lam Giang"],
        ),
        (
            "Tập đoàn Công nghiệp - Viễn thông Lam Giang và Sở Y tế tỉnh Hòa Sơn đã ký kết chương trình phối hợp.",
            ["Tập đoàn Công nghiệp - Viễn thông Lam Giang", "Sở Y tế tỉnh Hòa Sơn"],
        ),
    ],
)
def test_sides(sentence, expected):
    """Brackets and dashes belong to the name of a side, and the other side is found behind them."""
    assert expected == parties(sentence)


def test_half_a_trade_is_no_side():
    """A name is divided at its joining word only where a whole name stands behind it."""
    text = (
        f"{OPENING}tại Trường Cao đẳng Nghề - Bộ Nông nghiệp và Môi trường, đã long trọng diễn ra "
        "lễ ký kết thỏa thuận hợp tác giữa nhà trường và đối tác."
    )
    names = [
        side.name for one in read_text(text, VIETNAMESE).bundle.agreements for side in one.parties
    ]
    assert "Môi" not in names
    assert "Bộ Nông nghiệp" not in names


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            (
                "PGS.TS. Hà Văn Toản, Hiệu trưởng Trường ĐH Lam Giang và bà Elvira Pereira, Tổng Giám đốc "
                "ISBN đã cùng ký kết bản ghi nhớ hợp tác."
            ),
            ["Trường ĐH Lam Giang", "ISBN"],
        ),
        (
            (
                "ông Cù Văn Lâm, Chủ tịch UBND tỉnh và ông John Smith, Chủ tịch Hội đồng Quản trị Công ty "
                "Năng lượng Hòa Sơn đã ký kết biên bản ghi nhớ."
            ),
            ["UBND tỉnh", "Công ty Năng lượng Hòa Sơn"],
        ),
    ],
)
def test_the_side_of_a_post(sentence, expected):
    """The office of a post is a side: by its short form too, and not a word of the post itself."""
    assert expected == parties(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            (
                "Phó Chủ tịch UBND tỉnh Huỳnh Chí Lực và Phó Tổng Giám đốc LGT Đỗ Cao Sang đã ký biên bản "
                "ghi nhớ."
            ),
            {
                ("Huỳnh Chí Lực", "Phó Chủ tịch UBND tỉnh"),
                ("Đỗ Cao Sang", "Phó Tổng Giám đốc LGT"),
            },
        ),
        (
            (
                "Chủ tịch UBND thành phố Hồ Chí Minh Cù Văn Lâm và Chủ tịch UBND tỉnh Hà Nam Đào Thị Mơ "
                "đã ký biên bản ghi nhớ."
            ),
            {
                ("Cù Văn Lâm", "Chủ tịch UBND thành phố Hồ Chí Minh"),
                ("Đào Thị Mơ", "Chủ tịch UBND tỉnh Hà Nam"),
            },
        ),
    ],
)
def test_names_behind_posts_and_towns(sentence, expected):
    """A person's name is told from a territory's and from a short form's."""
    assert expected == signers(sentence)


def test_a_wish_that_came_true_is_no_plan():
    """Words of wishing before a paper that was signed do not make it planned."""
    found = paper(
        "với mong muốn phát triển du lịch, Sở Du lịch tỉnh Lam Giang và Hội Nông dân tỉnh Lam Giang đã ký "
        "chương trình phối hợp giai đoạn 2021-2026."
    )
    assert "unknown" == found.status
    assert "2021-09-05" == str(found.signed)


def test_a_title_ends_before_both_sides():
    """Words for both sides that name nobody are no part of a paper's name."""
    found = paper(
        "Sở Du lịch tỉnh Lam Giang và Hội Nông dân tỉnh Lam Giang ký kết chương trình phối hợp giữa hai bên, "
        "hai đơn vị giao lưu thể thao."
    )
    assert "chương trình phối hợp" == (found.title or "chương trình phối hợp").lower()


def test_numbered_fields_that_go_on_to_explain():
    """Of an item in brackets that explains itself, the words before the colon are the field."""
    more = (
        "hai bên cùng tổ chức các đoàn khảo sát, xây dựng sản phẩm và quảng bá hình ảnh của địa phương. "
        * 3
    )
    text = (
        f"{OPENING}Sở Du lịch tỉnh Lam Giang và Hội Nông dân tỉnh Lam Giang đã ký chương trình phối hợp.\n"
        "Theo đó, hai bên sẽ hợp tác ở 2 lĩnh vực:\n"
        f"(1) Du lịch cộng đồng: {more}\n(2) Nông nghiệp sạch: {more}\n"
    )
    [found] = read_text(text, VIETNAMESE).bundle.agreements
    assert ["Du lịch cộng đồng", "Nông nghiệp sạch"] == [one.label for one in found.fields]


HEADLINE = "Trường Đại học Lam Giang và Đại học Okaya gia hạn hợp tác thêm 5 năm\n"


def test_both_sides_are_those_of_the_headline():
    """A sentence about two schools that names neither means those that are named together."""
    text = (
        f"{HEADLINE}Điểm nhấn của chuyến đi là buổi lễ ngày 5/9/2021, trong đó hai trường đã ký bản ghi nhớ về "
        "trao đổi học thuật.\n"
    )
    [found] = read_text(text, VIETNAMESE).bundle.agreements
    assert ["Trường Đại học Lam Giang", "Đại học Okaya"] == [one.name for one in found.parties]


def test_both_sides_need_a_pair():
    """Where nobody is named together, nobody is guessed at."""
    text = f"{OPENING}hai trường đã ký bản ghi nhớ về trao đổi học thuật.\n"
    assert () == read_text(text, VIETNAMESE).bundle.agreements


def test_the_sides_of_people_introduced_before():
    """People sign for the offices in whose posts the story introduced them."""
    text = (
        "Cục trưởng Cục Đo đạc Cù Văn Lâm dẫn đầu đoàn công tác thăm Viện Bản đồ.\n"
        f"{OPENING}ông Antonio Campo, Chủ tịch EPB và Cục trưởng Cù Văn Lâm đã ký Kế hoạch hợp tác song phương "
        "giai đoạn 2021-2024 giữa hai cơ quan.\n"
    )
    [found] = read_text(text, VIETNAMESE).bundle.agreements
    assert {"EPB", "Cục Đo đạc"} == {one.name for one in found.parties}
    assert "2021/2024" == str(found.period)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            (
                "UBND tỉnh Hòa Sơn, nước Cộng hòa xã hội chủ nghĩa Việt Nam và Hội đồng thành phố Varna, tỉnh "
                "Dobrich, Cộng hòa Bulgaria đã ký kết biên bản ghi nhớ."
            ),
            ["UBND tỉnh Hòa Sơn", "Hội đồng thành phố Varna"],
        ),
        (
            "Sở Y tế thành phố Lam Giang, tỉnh Hòa Sơn và tỉnh Tam Sơn đã ký kết biên bản ghi nhớ.",
            ["Sở Y tế thành phố Lam Giang", "tỉnh Hòa Sơn", "tỉnh Tam Sơn"],
        ),
    ],
)
def test_where_an_office_is(sentence, expected):
    """Places behind an office say where it is, unless they go on as a row of sides."""
    assert expected == parties(sentence)


def test_members_of_a_side_are_no_sides():
    """What a consortium consists of does not sign on its own."""
    sentence = (
        "Tập đoàn Năng lượng Lam Giang và liên danh Gió Biển gồm Công ty Hải Vân và Công ty Sao Mai đã ký "
        "thỏa thuận phát triển chung."
    )
    assert ["Tập đoàn Năng lượng Lam Giang", "liên danh Gió Biển"] == parties(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "ông Cù Văn Lâm - Chủ tịch UBND xã Bến Đá và bà Đào Thị Mơ, Chủ tịch UBND xã Tam Sơn trao nhau bản "
            "thỏa ước kết nghĩa giữa xã Bến Đá và xã Tam Sơn."
        ),
        (
            "UBND xã Bến Đá và UBND xã Tam Sơn ký kế hoạch liên tịch. Ông Cù Văn Lâm, Chủ tịch UBND xã Bến Đá và "
            "bà Đào Thị Mơ, Chủ tịch UBND xã Tam Sơn được hai đơn vị ủy quyền ký văn bản."
        ),
    ],
)
def test_who_signs_in_other_words(sentence):
    """Papers are exchanged, and people are empowered to sign."""
    assert {"Cù Văn Lâm", "Đào Thị Mơ"} == {name for name, _ in signers(sentence)}


def test_a_paper_that_is_only_recalled_is_none():
    """What was signed before is told by its name alone."""
    text = (
        f"{OPENING}lãnh đạo tỉnh tiếp đoàn công tác. Tỉnh kế thừa các thỏa thuận mà hai địa phương trước đây đã "
        "ký, trong đó có Thỏa thuận hợp tác giữa tỉnh Hòa Sơn và tỉnh Tam Sơn giai đoạn 2015-2020.\n"
    )
    assert () == read_text(text, VIETNAMESE).bundle.agreements


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Vụ Hợp tác quốc tế và Phòng Hợp tác Lam Giang đã ký thỏa thuận hợp tác.",
            ["Vụ Hợp tác quốc tế", "Phòng Hợp tác Lam Giang"],
        ),
        (
            (
                "Hội Thủy lợi tỉnh và Hiệp hội Quốc tế về nghiên cứu và bảo tồn thủy văn (IHRC) đã ký thỏa thuận hợp "
                "tác."
            ),
            ["Hội Thủy lợi tỉnh", "Hiệp hội Quốc tế về nghiên cứu và bảo tồn thủy văn"],
        ),
        (
            "TAND tỉnh và Thi hành án dân sự tỉnh đã ký kế hoạch phối hợp.",
            ["TAND tỉnh", "Thi hành án dân sự tỉnh"],
        ),
    ],
)
def test_names_that_hold_words_of_frames(sentence, expected):
    """Words that elsewhere end a name belong to it behind its head, and before its short form."""
    assert expected == parties(sentence)


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("hội trường tầng 3 Trung tâm Văn hóa tỉnh", "hội trường tầng 3 Trung tâm Văn hóa tỉnh"),
        ("trụ sở số 10 Lý Bờ Sông", "trụ sở số 10 Lý Bờ Sông"),
    ],
)
def test_rooms_and_houses(where, place):
    """A hall goes on with the house that it is in, a seat with its street."""
    assert (
        place
        == paper(
            f"tại {where}, Sở Du lịch tỉnh Lam Giang và Hội Nông dân tỉnh Lam Giang đã ký chương trình phối hợp."
        ).place
    )


def test_another_word_for_a_paper_in_brackets():
    """What stands in brackets behind a paper is what it is called too, and tells its kind."""
    found = paper(
        "Sở Du lịch tỉnh Lam Giang và Hội Nông dân tỉnh Lam Giang đã ký thỏa thuận hợp tác (MOU) về du lịch."
    )
    assert "mou" == found.kind.code
    assert found.title.startswith("thỏa thuận hợp tác (MOU)")


def test_a_small_word_ends_a_name_in_capitals():
    """In a line of capitals the last syllable of a name may look like a small word."""
    bundle = read_text(
        "CỔNG THÔNG TIN ĐIỆN TỬ HUYỆN KỲ ANH - TỈNH LAM GIANG\nĐiện thoại: 0218 3965 678\n",
        VIETNAMESE,
    ).bundle
    assert "HUYỆN KỲ ANH" in [one.name for one in bundle.organizations]
