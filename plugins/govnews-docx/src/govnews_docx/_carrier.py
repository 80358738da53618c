"""Bytes in the custom properties of a document: packed, cut into pieces, under a checksum."""

from __future__ import annotations

import base64
import binascii
import hashlib
import zlib
from typing import Final

from govnews.errors import LimitError
from govnews.limits import Limits
from govnews_docx._names import CUSTOM_NS, VT_NS

PART: Final = "docProps/custom.xml"
_VERSION: Final = "2"
_CHUNK: Final = 240  # Word is said to cut a property at 255 characters
_FMTID: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_MOST_CHUNKS: Final = 100_000

#: What payloads begin to repeat before they have said it once: the frame of a record and its
#: paragraphs, in the order of the wire form, the most frequent last. Documents of version 2 are
#: packed with these very bytes; other ones need another version.
_FRAME: Final = b"""\
","withdrawn":"revision":"embargo":"translations":["supersedes":"media_type":"image/jpeg","href":"\
https://","rel":"caption":"alt":"src":"data:;govnews-part=","tags":[{"label":"sections":["keywords"\
:["modified":"created":"published":"202"},{"type":"heading","content":[{"type":"text","text":""}],"\
level":3},{"type":"list","items":[[{"type":"paragraph","content":[{"type":"text","text":""}]}],[{"ty\
pe":"table","rows":[[{"content":[{"type":"text","text":""}]},"marks":["strong"],"ordered":true}],"su\
btitle":"dateline":"signatories":[{"name":"post":"witnesses":["document":"commitments":[{"text":""}\
","value":"+84","email","text":"phone","text":"fax","text":"Email: ||Fax: ||"contacts":[{"kind":"",\
"addresses":[{"text":"","lines":["units":[{"name":"","level":"province"},{"name":"","level":"distri\
ct"},{"name":"","level":"commune"}]}],"responsible":[{"role":{"label":"","scheme":"","code":"","pers\
on":{"name":"","honorific":"","post":""}}],"rights":{"notice":"","holder":{"name":"","organization"\
:"#organization-1"},"year":20}},"jurisdiction":"#organization-2","sources":[{"id":"#source-1","text"\
:"","media_type":"text/plain","encoding":"utf-8","sha256":"organizations":[{"id":"#organization-1","\
name":"","other_names":[{"text":""}],"kind":{"label":"","scheme":"govnews:organization-kind","code":\
""}},{"id":"#organization-2","name":"","acronym":"","projects":[{"title":"","kind":{"label":""},"sta\
ge":"past","count":1,"count_text":"","scope":{"label":""}},"funders":[{"name":"","organization":"#or\
ganization-4"}]},"field_count":10,"objectives":["fields":[{"label":""},{"label":""}],"signed":"","pl\
ace":"","period":"agreements":[{"id":"#agreement-1","title":"","parties":[{"name":"","organization":\
"#organization-2"},{"name":"","organization":"#organization-3"}],"kind":{"label":"","scheme":"govnew\
s:agreement-kind","code":"mou"},"happened":"","authors":[{"name":""}],"credit":"","credited_to":"#or\
ganization-1","publisher":"#organization-1","agreements":["#agreement-1"]}],"evidence":[{"path":"$.b\
ody[0]","source":"#source-1","start":0,"end":100,"exact":"","method":"rule:vi."counts":[1,"texts":["\
#source-1","rule:","path":["$.title","$.lang","$.credit","$.place","$.period","$.signed","$.kind.lab\
el","$.parties[0].name","$.fields[0].label","$.projects[0].title","$.projects[0].stage","$.contacts[\
0].text","$.contacts[0].value","$.contacts[0].kind","$.addresses[0].units[0].level","$.body[0]","$.b\
ody[1]"],"source":[0,0,0,0,0,0,0,0,0,0,0,0,0,0],"start":[0,1,2],"length":[10],"method":[1],"whole":{\
"0":[,null,null,null,null,"rule:",true]}}}
{"doc":"","store":"","units":["f$.organizations[0].name||","f$.articles[0].title||","f$.articles[0].\
subtitle||","b$.articles[0].body","","","","f$.articles[0].credit||","f$.organizations[0].contacts[0\
].text||","f$.organizations[0].addresses[0].text||","x$.organizations[0].responsible[0]|","x|","f$.a\
greements[0].title||","f$.agreements[0].kind.label||","f$.agreements[0].parties[0].name||","f$.agree\
ments[0].place||","x$.agreements[0].signed|","x$.agreements[0].period|","f$.agreements[0].objectives\
[0]||","f$.agreements[0].fields[0].label||","f$.agreements[0].fields[1].label||","f$.agreements[0].p\
rojects[0].title||","b$.articles[0].body"]}
{"schema":"govnews/1","articles":[{"id":"#article-1","title":"","lang":"vi","body":[{"type":"paragra\
ph","content":[{"type":"text","text":""}],"role":"lead"},{"type":"paragraph","content":[{"type":"tex\
t","text":""}]},{"type":"paragraph","content":[{"type":"text","text":"\
"""


def properties_of(payload: bytes) -> str:
    """Return the custom properties that carry a payload."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zlib.Z_DEFAULT_STRATEGY, _FRAME)
    text = base64.b64encode(packer.compress(payload) + packer.flush()).decode()
    chunks = [text[at : at + _CHUNK] for at in range(0, len(text), _CHUNK)]
    properties = {
        "govnews.v": _VERSION,
        "govnews.sha256": hashlib.sha256(payload).hexdigest(),
        "govnews.n": str(len(chunks)),
    }
    properties.update((f"govnews.{number:03d}", chunk) for number, chunk in enumerate(chunks))
    body = "".join(
        f'<property fmtid="{_FMTID}" pid="{number}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr>'
        "</property>"
        for number, (name, value) in enumerate(properties.items(), 2)
    )
    return f'<Properties xmlns="{CUSTOM_NS}" xmlns:vt="{VT_NS}">{body}</Properties>'


def payload_of(custom: dict[str, str], limits: Limits) -> bytes | str | None:
    """Return the payload that custom properties carry.

    Returns:
        The payload, or a sentence that says what is wrong with it, or None where there is nothing.

    Raises:
        LimitError: It unpacks to more than a part may.
    """
    version = custom.get("govnews.v")
    if version is None:
        return None
    if version == "1":
        inflator = zlib.decompressobj()
    elif version == _VERSION:
        inflator = zlib.decompressobj(-15, zdict=_FRAME)
    else:
        return f"it is of version {version[:20]}, this reader knows {_VERSION} and those before"
    count = custom.get("govnews.n", "")
    if not count.isascii() or not count.isdigit() or len(count) > 6 or int(count) > _MOST_CHUNKS:
        return "the number of its pieces is not stated"
    try:
        text = "".join([custom[f"govnews.{number:03d}"] for number in range(int(count))])
        payload = inflator.decompress(base64.b64decode(text, validate=True), limits.part_bytes + 1)
    except KeyError as error:
        return f"its piece {error} is missing"
    except (binascii.Error, ValueError, zlib.error) as error:
        return f"it is damaged: {error}"
    if len(payload) > limits.part_bytes:
        raise LimitError("part_bytes", limits.part_bytes, where=PART)
    if hashlib.sha256(payload).hexdigest() != custom.get("govnews.sha256"):
        return "its checksum is wrong"
    return payload
