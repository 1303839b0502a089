"""The ledger as a network in GraphML: parties and entries are nodes, roles and links between entries are edges.

Opens in Gephi, Cytoscape, yEd and networkx. http://graphml.graphdrawing.org
"""

from __future__ import annotations

import xml.etree.ElementTree as tree
from collections.abc import Iterable, Mapping

from lodeline.assessment.homes import home
from lodeline.ledger.commitment import Entry, PartyEntry
from lodeline.ledger.views import number

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
NODES: Mapping[str, str] = {
    **dict.fromkeys(
        ("type", "label", "book", "kind", "stage", "bindingness", "date", "commodities", "state"), "string"
    ),
    "invented": "boolean",
}
EDGES: Mapping[str, str] = {"relation": "string", "share_percent": "double", "certain": "boolean", "why": "string"}


def graphml(entries: Iterable[Entry]) -> bytes:
    """The document as UTF-8; attributes that are not known are left out."""
    ordered = sorted(entries, key=lambda each: each.id)
    root = tree.Element("graphml", xmlns=NAMESPACE)
    for place, keys in (("node", NODES), ("edge", EDGES)):
        for name, kind in keys.items():
            named = {"attr.name": name, "attr.type": kind}
            tree.SubElement(root, "key", {"id": f"{place}.{name}", "for": place, **named})
    graph = tree.SubElement(root, "graph", id="ledger", edgedefault="directed")
    for key, party in sorted(_parties(ordered).items()):
        _node(graph, f"party {key}", {"type": "party", "label": party.name, "state": home((party.name, *party.names))})
    for entry in ordered:
        _node(graph, entry.id, _told(entry))
    for entry in ordered:
        _edges(graph, entry, {each.id for each in ordered})
    return bytes(tree.tostring(root, encoding="utf-8", xml_declaration=True))


def _parties(entries: Iterable[Entry]) -> dict[str, PartyEntry]:
    """Each entity once, under the first name by alphabet."""
    found: dict[str, PartyEntry] = {}
    for party in sorted((party for entry in entries for party in entry.parties), key=lambda each: each.name):
        found.setdefault(party.entity, party)
    return found


def _told(entry: Entry) -> dict[str, object]:
    return {
        "type": "entry",
        "label": entry.title,
        "book": entry.book,
        "kind": entry.kind,
        "stage": entry.stage,
        "bindingness": entry.bindingness,
        "date": entry.date,
        "commodities": ", ".join(entry.commodities) or None,
        "invented": any(each.invented for each in entry.evidence),
    }


def _edges(graph: tree.Element, entry: Entry, known: set[str]) -> None:
    for party in entry.parties:
        _edge(graph, f"party {party.entity}", entry.id, {"relation": party.role, "share_percent": number(party.share)})
    for link in entry.links:
        if link.entry in known:
            told = {"relation": link.relation, "certain": link.certain, "why": link.why}
            _edge(graph, entry.id, link.entry, told)


def _node(graph: tree.Element, key: str, told: Mapping[str, object]) -> None:
    _data(tree.SubElement(graph, "node", id=_clean(key)), "node", told)


def _edge(graph: tree.Element, source: str, target: str, told: Mapping[str, object]) -> None:
    _data(tree.SubElement(graph, "edge", source=_clean(source), target=_clean(target)), "edge", told)


def _data(at: tree.Element, place: str, told: Mapping[str, object]) -> None:
    for name, value in told.items():
        if value is not None:
            text = str(value).lower() if isinstance(value, bool) else _clean(str(value))
            tree.SubElement(at, "data", key=f"{place}.{name}").text = text


def _clean(text: str) -> str:
    """Text without signs that XML 1.0 does not take."""
    return "".join(each if each.isprintable() else " " for each in text)
