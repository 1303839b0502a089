"""A small invented ledger for the tests of exports: one of each book, with hostile names, derived from claims."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from lodeline.claims.claim import Claim, ClaimId, Kind, Party
from lodeline.claims.identity import claim_id
from lodeline.documents.document import Document, DocumentId, Publication
from lodeline.ledger.commitment import Entry, Evidence, Telling
from lodeline.ledger.history import derive
from lodeline.vocabulary.quantities import Money, Quantity

TITLES = ('A venture & a "loan"', "50 % of Ore & Co_1", "Договор <подписан>", "Talks\u2028in {Santiago}", "Last")
LONG = "This sentence says more than any quote may carry. " * 20


def documents() -> tuple[Document, ...]:
    return tuple(_document(number, title) for number, title in enumerate(TITLES))


def _document(number: int, title: str) -> Document:
    return Document(
        id=DocumentId(f"{number:x}" * 24),
        name=f"text-{number}",
        text=f"Text {number}. {LONG}",
        language="ru" if "подписан" in title else "en",
        published=Publication(f"2031-03-0{number + 1}", "given", ""),
        raw_sha256=f"{number:x}" * 64,
        cleaner="text/1",
        source="/nowhere",
        title=title,
        url=f"https://example.org/{number}?a=1&b={{2}}",
        publisher="The Invented Herald",
        invented=number == 0,
    )


def entries() -> tuple[Entry, ...]:
    """A venture told twice, a loan, a restriction, a meeting, a share, a statement."""
    partners = (Party("=HYPERLINK(1) Mining", "partner", share=Decimal("60.5")), Party("Chile", "partner"))
    site: dict[str, Any] = {"assets": ("Sol Norte",), "commodities": ("copper",)}
    loan = (
        Party("Ministry of Energy of Chile", "recipient"),
        Party("Export-Import Bank of the United States", "financier"),
    )
    sums = Money(Decimal("1250000.75"), "USD", "up_to")
    told = [
        _claim(0, "joint_venture", *partners, status="memorandum", places=("Antofagasta",), **site),
        _claim(1, "joint_venture", *partners, status="binding", places=("Antofagasta",), date="2031-03-01", **site),
        _claim(2, "financing", *loan, status="intent", amount=sums, places=("CL",), instrument="letter_of_interest"),
        _claim(2, "restriction", Party("China", "imposer"), status="in_force", action="impose", commodities=("tin",)),
        _claim(3, "meeting", Party("Chile", "participant"), Party("Japan", "participant"), date="2031-03-04"),
        _claim(3, "share", Party("China", "holder"), quantity=Quantity(Decimal(70), "%"), commodities=("tungsten",)),
        _claim(4, "statement", Party("Japan", "speaker"), subject="supply of <metals> & more"),
    ]
    return derive([_telling(claim) for claim in told])


def _claim(text: int, kind: Kind, *parties: Party, **slots: Any) -> Claim:
    document = _document(text, TITLES[text])
    start = len(f"Text {text}. ")
    evidence = document.text[start:]
    made = Claim(ClaimId(""), document.id, kind, start, len(document.text), evidence, parties=parties, **slots)
    return replace(made, id=claim_id(made))


def _telling(claim: Claim) -> Telling:
    document = next(each for each in documents() if each.id == claim.document)
    quote = Evidence(
        claim.document, document.name, document.published.date, claim.start, claim.stop, claim.evidence, claim.id,
        document.invented,
    )  # fmt: skip
    return Telling(claim, document.published.date, document.name, (quote,), str(document.id))
