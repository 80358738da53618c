"""Dates and periods of the four languages: the parts that are stated, and no others."""

import pytest

from govnews.extraction import find
from govnews.limits import Limits
from govnews.model import PartialDate, Period, Source
from govnews_languages.pack import ES, FR, ID, PT

PACKS = {pack.name: pack for pack in (ES, FR, PT, ID)}
STORIES = {
    "es": "La Universidad de Valmarina y el Instituto del Agua firmaron un contrato",
    "fr": "L'Université de Montclair et l'Institut Valmer ont signé un contrat",
    "pt": "A Universidade de Ribamar e o Instituto do Vale assinaram um contrato",
    "id": "Universitas Cakra dan Dinas Perikanan menandatangani kontrak",
}


def times(language, written):
    """Return the readings that a story with a date or a period states."""
    source = Source(id="#source-1", text=f"Contrato\n\n{STORIES[language]} {written}.\n")
    found = find(
        source, (PACKS[language],), language=language, note=lambda _: None, limits=Limits()
    )
    values = [one.value for one in found if isinstance(one.value, (PartialDate, Period))]
    return list(dict.fromkeys(map(str, values)))


@pytest.mark.parametrize(
    ("language", "written", "expected"),
    [
        ("es", "el 3 de julio de 2026", "2026-07-03"),
        ("es", "el viernes 3 de julio del 2026", "2026-07-03"),
        ("es", "el 3/7/2026", "2026-07-03"),
        ("es", "el 3 de julio", "--07-03"),
        ("es", "para el período 2026-2029", "2026/2029"),
        ("es", "con una vigencia de cinco años", "P5Y"),
        ("es", "hasta 2030", "/2030"),
        ("fr", "le 3 juillet 2026", "2026-07-03"),
        ("fr", "le 1er juillet 2026", "2026-07-01"),
        ("fr", "le vendredi 3 juillet", "--07-03"),
        ("fr", "le 3/7/2026", "2026-07-03"),
        ("fr", "pour la période 2026-2029", "2026/2029"),
        ("fr", "pour une durée de trois ans", "P3Y"),
        ("fr", "jusqu'en 2030", "/2030"),
        ("pt", "no dia 3 de julho de 2026", "2026-07-03"),
        ("pt", "na sexta-feira, 3", "---03"),
        ("pt", "em 3/7/2026", "2026-07-03"),
        ("pt", "para o período 2026-2029", "2026/2029"),
        ("pt", "com vigência de 24 meses", "P24M"),
        ("pt", "até 2030", "/2030"),
        ("id", "pada 3 Juli 2026", "2026-07-03"),
        ("id", "Jumat (3/7/2026)", "2026-07-03"),
        ("id", "untuk periode 2026-2029", "2026/2029"),
        ("id", "selama lima tahun", "P5Y"),
        ("id", "berlaku hingga 2030", "/2030"),
    ],
)
def test_a_time_has_just_the_parts_that_are_stated(language, written, expected):
    """The day stands first in figures, months have their names, and nothing is added."""
    assert [expected] == times(language, written)


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("es", "según la Ley 12/2019"),
        ("fr", "selon la loi n° 2019-12"),
        ("pt", "conforme a Lei nº 12/2019"),
        ("id", "sesuai Peraturan Nomor 12 Tahun 2019"),
    ],
)
def test_the_number_of_a_law_is_no_time(language, written):
    """A law has its number and its year, which are no day of anything."""
    assert [] == times(language, written)
