"""Articles made up for measuring: full ones, with an agreement, two offices and a source text.

Syllables are drawn at random, the frequent ones often, so that text compresses as prose does.
Everything is the same on every run.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

ONSETS = "b c d đ g h k l m n p r s t v x ch gh gi kh ng nh ph qu th tr".split()
RHYMES = (
    "a á à ả ã ạ ăn ắng ằm ân ấp ầu anh ánh ao áo ăm ay e é em ên ết ếch i ích iên iệp o óc oàn "
    "oa ô ôi ống ơ ơn ợp u ú ung úc uyên ư ưa ương ướng ưu uôi uống yên"
).split()


def _words() -> tuple[list[str], list[float]]:
    source = random.Random(7)  # noqa: S311
    syllables = [onset + rhyme for onset in ONSETS for rhyme in RHYMES]
    source.shuffle(syllables)
    return syllables, list(accumulate(1 / (rank + 3) ** 0.9 for rank in range(len(syllables))))


def documents(count: int, seed: int = 2021) -> Iterator[dict[str, Any]]:
    """Yield documents in the serialized form, as dicts."""
    source = random.Random(seed)  # noqa: S311
    words, weights = _words()

    def say(least: int, most: int) -> str:
        chosen = source.choices(words, cum_weights=weights, k=source.randint(least, most))
        return f"{chosen[0].capitalize()} {' '.join(chosen[1:])}"

    for number in range(count):
        yield _Document(source, say, number).whole()


class _Document:
    def __init__(self, source: random.Random, say: Any, number: int) -> None:
        self.source, self.say, self.number = source, say, number
        self.day = (
            f"20{source.randint(15, 24)}-{source.randint(1, 12):02d}-{source.randint(1, 28):02d}"
        )
        self.text = ""

    def whole(self) -> dict[str, Any]:
        article, agreement = self.article(), self.agreement()
        agreement["evidence"] = [
            self.said("$.title", agreement["title"]),
            self.said("$.period", "2021-2025"),
            *(self.said(f"$.fields[{n}]", f["label"]) for n, f in enumerate(agreement["fields"])),
            *(
                self.said(f"$.parties[{n}].name", p["name"])
                for n, p in enumerate(agreement["parties"])
            ),
        ]
        return {
            "schema": "govnews/1",
            "articles": [article],
            "agreements": [agreement],
            "organizations": [self.office(1), self.office(2)],
            "sources": [
                {
                    "id": "#source-1",
                    "text": self.text,
                    "media_type": "text/plain",
                    "sha256": "9f" * 32,
                }
            ],
        }

    def said(self, path: str, words: str) -> dict[str, Any]:
        self.text += f"{self.say(4, 12)}: "
        start = len(self.text)
        self.text += f"{words}\n"
        end = start + len(words)
        return {
            "path": path,
            "source": "#source-1",
            "start": start,
            "end": end,
            "exact": words,
            "method": "rule:bench",
        }

    def article(self) -> dict[str, Any]:
        number, say, source = self.number, self.say, self.source
        return {
            "id": "#article-1",
            "title": say(12, 20),
            "lang": "vi",
            "body": [self.block() for _ in range(source.randint(11, 17))],
            "summary": say(20, 40),
            "kind": {"label": "Tin", "scheme": "example:kind", "code": "news"},
            "dateline": f"{say(2, 3)}, {self.day}",
            "place": say(4, 8),
            "happened": self.day,
            "byline": say(3, 4),
            "authors": [{"name": say(3, 4), "email": "bientap@example.org"}],
            "credited_to": "#organization-1",
            "publisher": "#organization-1",
            "published": f"{self.day}T0{source.randint(0, 9)}:30:00+07:00",
            "modified": f"{self.day}T1{source.randint(0, 9)}:05:09+07:00",
            "subjects": [{"label": say(2, 4), "scheme": "example:tag"} for _ in range(4)],
            "agreements": ["#agreement-1"],
            "media": [
                {
                    "href": f"https://example.org/a/{number}-{n}.jpg",
                    "type": "image/jpeg",
                    "alt": say(4, 9),
                    "bytes": source.randint(1_000, 900_000),
                }
                for n in range(2)
            ],
            "links": [{"href": f"https://example.org/tin/{number}", "rel": "canonical"}],
            "alt_ids": [{"scheme": "rss:guid", "value": f"tin-{number}"}],
            "extra": {
                "portal:cms": {"draft": False, "name": "example"},
                "portal:flags": [1, 2, 3],
                "portal:views": source.randint(0, 9_999),
            },
        }

    def runs(self, most: int) -> list[dict[str, Any]]:
        runs: list[dict[str, Any]] = []
        for _ in range(self.source.randint(1, most)):
            run: dict[str, Any] = {"type": "text", "text": f"{self.say(14, 46)}. "}
            what = self.source.random()
            if what < 0.2:
                run["href"] = f"https://example.org/{self.source.randint(1, 99_999)}"
            elif what < 0.4:
                run["marks"] = ["strong"]
            if runs and runs[-1].keys() == run.keys():
                runs.append({"type": "break"})
            runs.append(run)
        return runs

    def block(self) -> dict[str, Any]:
        kinds = ("paragraph", "heading", "list", "quote", "figure")
        kind = self.source.choices(kinds, (6, 1, 1, 1, 1))[0]
        if kind == "paragraph":
            return {"type": kind, "content": self.runs(3)}
        if kind == "heading":
            return {"type": kind, "content": self.runs(1), "level": 3}
        if kind == "list":
            items = [[self.plain()] for _ in range(self.source.randint(2, 4))]
            return {"type": kind, "items": items, "ordered": True}
        if kind == "quote":
            return {"type": kind, "blocks": [self.plain()], "cite": "https://example.org/q"}
        src = f"https://example.org/i/{self.source.randint(1, 9_999)}.jpg"
        return {"type": kind, "src": src, "alt": self.say(3, 6), "caption": self.say(5, 9)}

    def plain(self) -> dict[str, Any]:
        return {"type": "paragraph", "content": [{"type": "text", "text": self.say(8, 20)}]}

    def agreement(self) -> dict[str, Any]:
        say = self.say
        return {
            "id": "#agreement-1",
            "title": say(8, 14),
            "parties": [
                {
                    "name": say(4, 7),
                    "organization": f"#organization-{n}",
                    "signatories": [{"name": say(3, 4), "post": say(4, 6)}],
                }
                for n in (1, 2)
            ],
            "kind": {"label": "Kế hoạch", "scheme": "govnews:agreement-kind", "code": "mou"},
            "number": f"{self.number}/KH-UBND",
            "signed": self.day,
            "place": say(4, 8),
            "period": "2021/2025",
            "fields": [{"label": say(3, 7)} for _ in range(6)],
            "field_count": 6,
            "objectives": [say(12, 24)],
            "projects": [
                {"title": say(6, 10), "stage": "past", "funders": [{"name": say(3, 5)}]},
                {"title": say(3, 5), "count": 29, "count_text": "29"},
            ],
            "status": "signed",
        }

    def office(self, number: int) -> dict[str, Any]:
        say = self.say
        return {
            "id": f"#organization-{number}",
            "name": say(5, 8),
            "other_names": [{"text": say(2, 3)}],
            "kind": {"label": "Sở", "scheme": "govnews:organization-kind", "code": "department"},
            "contacts": [
                {"kind": "phone", "text": "0299.1234567", "value": "+842991234567"},
                {"kind": "fax", "text": "0299.1234568", "value": "+842991234568"},
                {"kind": "email", "text": "so@example.org", "value": "so@example.org"},
            ],
            "addresses": [
                {
                    "text": say(8, 14),
                    "units": [{"name": say(2, 4), "level": "commune"}, {"name": say(2, 3)}],
                    "country": "VN",
                }
            ],
            "responsible": [
                {
                    "role": {"label": say(3, 4), "code": "editor_in_chief"},
                    "person": {"name": say(3, 4), "post": say(3, 6)},
                }
            ],
        }
