"""What looks alike and is two: the traps that people set for the ledger, one by one."""

from __future__ import annotations

from typing import Any

import pytest
from ledger_factory import claim, entries_of, party, quantity, told, usd

from lodeline.claims.claim import Claim
from lodeline.ledger.commitment import Telling

STATES = (party("Kazakhstan", "signatory"), party("Germany", "signatory"))
TRADERS = (party("Northlight Mining", "seller"), party("Tas Resources", "buyer"))
BUYERS = (party("Northlight Mining", "acquirer"), party("Tas Resources", "target"))


def paper(subject: str, **slots: Any) -> Claim:
    return claim("agreement", "memorandum", *STATES, subject=subject, instrument="memorandum", places=("KZ",), **slots)


def order(year: str, **slots: Any) -> Claim:
    return claim(
        "supply", "binding", *TRADERS, quantity=quantity(40_000, "t"), commodities=("copper",), date=year, **slots
    )


def offer(status: str, **slots: Any) -> Claim:
    return claim("acquisition", status, *BUYERS, amount=usd(140), commodities=("copper",), **slots)


def works(asset: str, **slots: Any) -> Claim:
    developer = party("Northlight Mining", "developer")
    return claim("project", "under_way", developer, assets=(asset,), places=("KZ",), commodities=("copper",), **slots)


def licence(period: str, **slots: Any) -> Claim:
    parties = (party("Kazakhstan", "signatory"), party("Northlight Mining", "signatory"))
    return claim(
        "agreement",
        "in_force",
        *parties,
        instrument="licence",
        period=period,
        assets=("Boz-Tag",),
        places=("KZ",),
        **slots,
    )


TWO: dict[str, tuple[Telling, Telling]] = {
    "papers on two subjects": (
        told(paper("lithium laboratory"), "2030-03-28"),
        told(paper("mining school", doc="d2"), "2030-04-18"),
    ),
    "orders of two years": (told(order("2030"), "2029-11-23"), told(order("2031", doc="d2"), "2030-11-21")),
    "an offer made again years after it lapsed": (
        told(offer("cancelled"), "2025-09-10"),
        told(offer("proposed", doc="d2"), "2030-09-11"),
    ),
    "the rest, wanted after a purchase": (
        told(offer("completed", date="2028-03"), "2028-04-07"),
        told(offer("proposed", doc="d2"), "2030-09-26"),
    ),
    "two stages of one park": (
        told(works("Boz-Tag park, first stage"), "2028-08-24"),
        told(works("Boz-Tag park, second stage", doc="d2"), "2030-04-30"),
    ),
    "two contracts by number": (
        told(works("contract No 4120"), "2030-10-30"),
        told(works("contract No 4210", doc="d2"), "2030-10-30"),
    ),
    "licences for two terms": (told(licence("P6Y"), "2030-01-17"), told(licence("P25Y", doc="d2"), "2030-01-27")),
}
ONE: dict[str, tuple[Telling, Telling]] = {
    "a paper told again under other words the next day": (
        told(paper("lithium laboratory"), "2030-03-28"),
        told(paper("a laboratory for lithium", doc="d2"), "2030-03-29"),
    ),
    "an order told in its second year": (
        told(order("2030"), "2029-11-23"),
        told(order("2030", doc="d2"), "2030-11-21"),
    ),
    "an offer called off soon": (
        told(offer("proposed"), "2030-03-10"),
        told(offer("cancelled", doc="d2"), "2030-09-11"),
    ),
    "one stage of a park": (
        told(works("Boz-Tag park, first stage"), "2028-08-24"),
        told(works("Boz Tag Park first stage", doc="d2"), "2028-08-25"),
    ),
}


@pytest.mark.parametrize("pair", TWO.values(), ids=TWO)
def test_two_things_that_look_alike_are_two_entries(pair: tuple[Telling, Telling]) -> None:
    assert len(entries_of(*pair)) == 2


@pytest.mark.parametrize("pair", ONE.values(), ids=ONE)
def test_one_thing_told_twice_is_one_entry(pair: tuple[Telling, Telling]) -> None:
    assert len(entries_of(*pair)) == 1
