"""Laws that hold for any text, sensible or not."""

from hypothesis import given
from hypothesis import strategies as st

from govnews.extraction import detect_language
from govnews.model import PartialDate, Period
from govnews.testing import read_text
from govnews_vi import VIETNAMESE
from govnews_vi._fold import fold
from govnews_vi.pack import PACK


def read(text, **options):
    """Read a text; return the bundle and the issues."""
    reading = read_text(text, VIETNAMESE, **options)
    return reading.bundle, reading.issues


PIECES = st.sampled_from(
    """Sở|Khoa học và Công nghệ|tỉnh Lam Giang|Trường Đại học|Công ty TNHH|UBND|và|với|giữa|,|;|:|.|"|“|”|(|)| – |ký kết
    |đã|sẽ|thỏa thuận hợp tác|Biên bản ghi nhớ|chương trình phối hợp|giai đoạn 2020-2025|ngày 3/7/2020|sáng 5-9|31/2/2020
    |năm 2024|lĩnh vực|10 lĩnh vực:|nhằm|ông Nguyễn Văn An|bà Lò Thị Én|Giám đốc|Chủ tịch|chứng kiến|tại|Hội trường|dự án
    |29 nhiệm vụ|nhiều hoạt động|do Chính phủ Hàn Quốc tài trợ|Điện thoại: 0218.3855.444|Email: a@b.vn|Địa chỉ:|phường A, quận B
    |© 2019|Bản quyền thuộc về|Trưởng Ban biên tập:|Tin liên quan|Nguồn:|\n|\n\n|\r\n|\u00a0|\u200b|e\u0323\u0302|TP.|TS.|""".replace(
        "\n    ", ""
    ).split("|")
)
TEXTS = st.lists(PIECES, max_size=60).map(" ".join) | st.text(max_size=200)


@given(TEXTS)
def test_evidence_verifies_whatever_the_text(text):
    """Nothing raises, every value is grounded, and no part of a date is made up."""
    bundle, _ = read(text, language="vi")
    assert () == bundle.verify()
    for fact in bundle.facts():
        if fact.words is None:
            assert fact.evidence.inferred
            assert fact.evidence.ground
        if isinstance(fact.value, PartialDate | Period) and not fact.evidence.inferred:
            years = [
                part for part in str(fact.value).replace("/", "-").split("-") if len(part) == 4
            ]
            assert all(year in fact.words for year in years if year.isdigit())


@given(TEXTS)
def test_the_fold_keeps_each_character_in_its_place(text):
    """One character stays one character, and folding twice changes nothing more."""
    lowered = text.replace("\u0130", "I").lower()
    folded = fold(lowered)
    assert len(lowered) == len(folded)
    assert folded == fold(folded)


@given(st.text(max_size=300))
def test_detection_never_raises(text):
    """Any text has a language or none."""
    assert detect_language(text, (PACK,)) in ("vi", None)
