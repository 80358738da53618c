"""Single sentences of the four languages: who signed what with whom, and what is no signing."""

import pytest

from govnews.extraction import extract
from govnews.limits import Limits
from govnews.model import Agreement, Bundle, Source
from govnews_languages.pack import ES, FR, ID, PT

PACKS = {pack.name: pack for pack in (ES, FR, PT, ID)}


def agreements(language, sentence):
    """Return the agreements that a story of one sentence tells of."""
    source = Source(id="#source-1", text=f"2026\n\n{sentence}\n")
    items = extract(
        source, (PACKS[language],), language=language, note=lambda _: None, limits=Limits()
    )
    return [one for one in Bundle.from_items(items).agreements if isinstance(one, Agreement)]


def told(language, sentence):
    """Return the code and the parties of each agreement."""
    return [
        (one.kind.code, [party.name for party in one.parties])
        for one in agreements(language, sentence)
    ]


SIGNED = [
    (
        "es",
        "La Universidad de Valmarina y la Autoridad Portuaria rubricaron un convenio marco.",
        ("convention", ["Universidad de Valmarina", "Autoridad Portuaria"]),
    ),
    (
        "es",
        "Un acuerdo de cooperación fue suscrito el martes entre el Instituto Naval y el Banco Sur.",
        ("cooperation_agreement", ["Instituto Naval", "Banco Sur"]),
    ),
    (
        "es",
        "En 2019 el Ministerio de Pesca había firmado un protocolo con la Cámara Naval de Sereno.",
        ("protocol", ["Ministerio de Pesca", "Cámara Naval de Sereno"]),
    ),
    (
        "fr",
        "La Ville de Montclair et l'Institut agronomique ont paraphé une convention-cadre.",
        ("convention", ["Ville de Montclair", "Institut agronomique"]),
    ),
    (
        "fr",
        (
            "Un mémorandum d'entente a été signé mardi entre l'Agence maritime de Norlande et la "
            "Banque de Lorvaux."
        ),
        ("mou", ["Agence maritime de Norlande", "Banque de Lorvaux"]),
    ),
    (
        "fr",
        "L'Université de Brémont a conclu avec le Centre national de la mer un contrat.",
        ("contract", ["Université de Brémont", "Centre national de la mer"]),
    ),
    (
        "pt",
        "A Prefeitura de Ribamar e o Instituto do Vale celebraram um acordo de cooperação técnica.",
        ("cooperation_agreement", ["Prefeitura de Ribamar", "Instituto do Vale"]),
    ),
    (
        "pt",
        (
            "Foi assinado um memorando de entendimento entre o Ministério das Pescas e a "
            "Universidade de Santa Vela."
        ),
        ("mou", ["Ministério das Pescas", "Universidade de Santa Vela"]),
    ),
    (
        "id",
        "Dinas Perikanan Laut Biru dan PT Samudra Raya meneken perjanjian kerja sama.",
        ("cooperation_agreement", ["Dinas Perikanan Laut Biru", "PT Samudra Raya"]),
    ),
    (
        "id",
        "Nota kesepahaman antara Kementerian Kelautan dan Universitas Cakra ditandatangani kemarin.",
        ("mou", ["Kementerian Kelautan", "Universitas Cakra"]),
    ),
]


@pytest.mark.parametrize(("language", "sentence", "expected"), SIGNED)
def test_a_signing_has_its_kind_and_its_parties(language, sentence, expected):
    """Active, passive and nominal sentences name the paper and both sides."""
    assert [expected] == told(language, sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("es", "La Universidad de Valmarina y el Banco Sur inauguraron una biblioteca."),
        ("es", "El Ministerio de Pesca presentó el convenio ante la prensa."),
        ("fr", "La Ville de Montclair et l'Institut agronomique organisent un forum."),
        ("fr", "Le ministère de la Pêche a présenté le protocole à la presse."),
        ("pt", "A Prefeitura de Ribamar e o Instituto do Vale inauguraram uma escola."),
        ("id", "Dinas Perikanan Laut Biru dan PT Samudra Raya menggelar seminar."),
    ],
)
def test_what_nobody_signed_is_no_agreement(language, sentence):
    """An event of two offices, or a paper that is only shown, is none."""
    assert [] == told(language, sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("es", "El Instituto Naval y el Banco Sur firmarán un convenio en septiembre."),
        ("fr", "L'Institut Valmer et la Banque de Lorvaux signeront un accord en mai."),
        ("pt", "O Instituto do Vale e o Banco Sul vão assinar um protocolo em setembro."),
        ("id", "Dinas Perikanan Laut Biru dan PT Samudra Raya akan menandatangani kontrak."),
    ],
)
def test_what_will_be_signed_is_not_signed(language, sentence):
    """The future tells of no signing: a plan, or nothing."""
    assert {"planned"} >= {one.status.value for one in agreements(language, sentence)}


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        (
            "id",
            (
                "Nota kesepahaman antara Dinas Laut Biru dan PT Samudra Raya ditandatangani oleh "
                "Kepala Dinas Laut Biru, Dadan Wibowo, S.Ip., M.Ip., dan Direktur PT Samudra Raya, "
                "Yohana Wijaya."
            ),
            [
                ("Dadan Wibowo", "Kepala Dinas Laut Biru"),
                ("Yohana Wijaya", "Direktur PT Samudra Raya"),
            ],
        ),
        (
            "es",
            (
                "El convenio entre el Instituto Naval y el Banco Sur fue firmado por la directora "
                "del Instituto Naval, Marta Solís, y por el presidente del Banco Sur, Julio Paredes."
            ),
            [
                ("Marta Solís", "directora del Instituto Naval"),
                ("Julio Paredes", "presidente del Banco Sur"),
            ],
        ),
        (
            "fr",
            (
                "L'accord entre l'Institut Valmer et la Banque de Lorvaux a été signé par M. Luc "
                "Tavernier, directeur de l'Institut Valmer, et Mme Anne Royer, présidente de la "
                "Banque de Lorvaux."
            ),
            [
                ("Luc Tavernier", "directeur de l'Institut Valmer"),
                ("Anne Royer", "présidente de la Banque de Lorvaux"),
            ],
        ),
    ],
)
def test_signers_have_their_names_and_posts(language, sentence, expected):
    """Behind "by" stand people with posts, degrees and honorifics aside."""
    (paper,) = agreements(language, sentence)
    people = [one for party in paper.parties for one in party.signatories]
    people += paper.signatories
    assert sorted(expected) == sorted((one.name, one.post) for one in people)
