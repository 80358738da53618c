"""What a page was read as, in the shape of the golden files."""

from govnews.extraction import extract
from govnews.limits import Limits
from govnews.model import Bundle, Source
from govnews_languages.pack import ES, FR, ID, PT

PACKS = (ES, FR, PT, ID)


def read(text, **options):
    """Read a text; return the bundle and the issues."""
    issues = []
    source = Source(id="#source-1", text=text)
    items = extract(source, PACKS, note=issues.append, limits=Limits(), **options)
    return Bundle.from_items(items), issues


def summary(text):
    bundle, issues = read(text)
    return {
        "articles": [_article(bundle, one) for one in bundle.articles],
        "agreements": [_agreement(one) for one in bundle.agreements],
        "organizations": [_organization(bundle, one) for one in bundle.organizations],
        "issues": [one.code for one in issues],
    }


def person(one):
    title = f"({one.honorific})" if one.honorific else None
    post = f"[{one.post}]" if one.post else None
    return " ".join(part for part in (title, one.name, post) if part)


def _said(**values):
    return {name: value for name, value in values.items() if value not in (None, [], ())}


def _text(value):
    return None if value is None else str(value)


def _name(bundle, ref):
    return None if ref is None else bundle[ref].name


def _article(bundle, one):
    return _said(
        title=one.title,
        published=_text(one.published),
        modified=_text(one.modified),
        happened=_text(one.happened),
        place=one.place,
        authors=[author.name for author in one.authors],
        credit=one.credit,
        byline=one.byline,
        credited_to=_name(bundle, one.credited_to),
        publisher=_name(bundle, one.publisher),
        roles=[getattr(block, "role", "list") or "paragraph" for block in one.body],
    )


def _agreement(one):
    return _said(
        kind=one.kind.code,
        title=one.title,
        number=one.number,
        parties=[party.name for party in one.parties],
        signatories=[[person(who) for who in party.signatories] for party in one.parties]
        + [[person(who) for who in one.signatories]],
        witnesses=[person(who.person) if who.person else who.office.name for who in one.witnesses],
        signed=_text(one.signed),
        place=one.place,
        period=_text(one.period),
        fields=[field.label for field in one.fields],
        field_count=one.field_count,
        objectives=list(one.objectives),
        projects=[
            _said(
                title=project.title,
                stage=project.stage.value,
                count=project.count,
                count_text=project.count_text,
                acronym=project.acronym,
                other_names=[name.text for name in project.other_names],
                funders=[funder.name for funder in project.funders],
            )
            for project in one.projects
        ],
        status=one.status.value,
    )


def _organization(bundle, one):
    return _said(
        names=list(one.names),
        kind=one.kind.code if one.kind else None,
        parent=_name(bundle, one.parent),
        jurisdiction=_name(bundle, one.jurisdiction),
        contacts=[[c.kind.value, c.text, c.value] for c in one.contacts],
        addresses=[[a.text, list(a.lines), [u.name for u in a.units]] for a in one.addresses],
        responsible=[
            [r.role.code, person(r.person) if r.person else r.office.name] for r in one.responsible
        ],
        license=[one.license.number, one.license.issuer, _text(one.license.issued)]
        if one.license
        else None,
        rights=[one.rights.notice, one.rights.year, one.rights.terms] if one.rights else None,
    )
