"""Twins of a gold text: the same sentences about other parties, minerals, sums and dates, with gold claims to match.

A reader that has learnt one text by heart reads its twins badly; one that has learnt the language does not care.
States bring their capital and adjective, regions their adjective, men decline, verbs and adjectives agree. Some
twins name no currency for a sum, some deny a deal. The names of the text stand in twin_names.py and
nowhere in the package.

usage: twins.py --shared DIR --out DIR [--count 20] [--seed 1]

Writes OUT/gold/twinNN/twinNN.json (with claims) and OUT/texts/twinNN.json (without); twin00 is the text unchanged.
"""

import argparse
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import twin_names as names
from twin_grammar import agreeing_verb, chosen_case, morph, nominative, written_like
from twin_plan import Plan, Swap, plan_twin

Json = dict[str, Any]


@dataclass(frozen=True, order=True)
class Edit:
    start: int
    stop: int
    new: str


def folded(text: str) -> str:
    """For comparison only; as long as the text itself, so that offsets hold."""
    return text.lower().replace("ё", "е")


def matches(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, int, int]]:
    """Matches in the folded text. A capital after a small letter starts a word too: headings stand glued to words."""
    glued = [0, *(m.end() for m in re.finditer(r"[а-яё](?=[А-ЯЁ])", text)), len(text)]
    for start, stop in pairwise(glued):
        for m in pattern.finditer(folded(text[start:stop])):
            yield m.group(), start + m.start(), start + m.end()


@dataclass(frozen=True)
class Writer:
    """Finds the names of a plan in a text and writes the new ones in the same case."""

    plan: Plan

    @cached_property
    def forms(self) -> dict[str, list[tuple[Swap, str]]]:
        found: dict[str, list[tuple[Swap, str]]] = {}
        for swap in self.plan.swaps:
            for case, form in swap.old.items():
                found.setdefault(folded(form), []).append((swap, case))
        return found

    @cached_property
    def any_form(self) -> re.Pattern[str]:
        longest_first = sorted(self.forms, key=len, reverse=True)
        return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")

    @cached_property
    def any_adjective(self) -> re.Pattern[str]:
        stems = "|".join(sorted((a[:-2] for a in self.plan.adjectives), key=len, reverse=True))
        return re.compile(rf"(?<![\w-])(?:{stems})(?:ий|ая|ое|ие|ого|ой|их|ому|им|ую|ими|ом|ей)(?![\w-])")

    def edits(self, text: str) -> list[Edit]:
        made: list[Edit] = []
        for edit in [*self.pattern_edits(text), *self.name_edits(text), *self.adjective_edits(text)]:
            if not any(edit.start < other.stop and other.start < edit.stop for other in made):
                made.append(edit)
        return sorted(made, key=lambda edit: edit.start)

    def pattern_edits(self, text: str) -> Iterator[Edit]:
        for pattern, new in self.plan.patterns:
            yield from (Edit(m.start(), m.end(), new) for m in re.finditer(pattern, text))

    def adjective_edits(self, text: str) -> Iterator[Edit]:
        for m, start, stop in matches(self.any_adjective, text):
            reading = next(p for p in morph().parse(m) if p.tag.POS == "ADJF")
            new = nominative(self.plan.adjectives[reading.normal_form])
            tag = reading.tag
            form = new.inflect({tag.case, tag.number, *([tag.gender] if tag.gender else [])}).word
            yield Edit(start, stop, written_like(text, (start, stop), form))

    def name_edits(self, text: str) -> Iterator[Edit]:
        for m, start, stop in matches(self.any_form, text):
            readings = self.forms[m]
            case = chosen_case([case for _, case in readings], text[:start])
            swap = next(swap for swap, c in readings if c == case)
            yield Edit(start, stop, written_like(text, (start, stop), swap.new[case]))
            if re.match(r"[ВФ][^аеёиоуыэюя]", swap.new[case]) and re.search(r"\b[Вв] $", text[:start]):
                yield Edit(start - 1, start, "о ")
            # After "and" the subject is a row, and its verb a plural already.
            alone = not text[:start].endswith(" и ")
            if case == "nomn" and swap.genders[0] != swap.genders[1] and alone:
                verb = agreeing_verb(text, stop, swap.genders[1])
                yield from [Edit(*verb)] if verb else []

    def write(self, text: str) -> str:
        return Rewritten(text, self.edits(text)).text


class Rewritten:
    """A text with its edits made, and where each old offset went."""

    def __init__(self, old: str, edits: list[Edit]) -> None:
        self.edits = edits
        pieces, at = [], 0
        for edit in edits:
            pieces += [old[at : edit.start], edit.new]
            at = edit.stop
        self.text = "".join([*pieces, old[at:]])

    def moved(self, offset: int) -> int:
        """An offset inside an edit goes to the edit's end; one at its start stays before it."""
        shift = 0
        for edit in self.edits:
            if edit.stop <= offset:
                shift += len(edit.new) - (edit.stop - edit.start)
            elif edit.start < offset:
                return edit.start + shift + len(edit.new)
        return offset + shift

    def cut(self, start: int, stop: int) -> str:
        return self.text[self.moved(start) : self.moved(stop)]


def denial(text: str, claim: Json) -> Edit:
    """Turns the verb of saying or sending in the claim's evidence into a denial of it."""
    start = text.index(claim["evidence"])
    m = re.search(r"(?:заявил|объявил|направил)(?P<that>, что)?", claim["evidence"])
    if not m:
        raise SystemExit(f"{claim['id']}: no verb to deny")
    said = "опроверг сообщения о том, что" + ("" if m["that"] else f" {m.group()}")
    return Edit(start + m.start(), start + m.end(), said)


def agreeing(edit: Edit, clash: Edit | None) -> Edit:
    """A denial in the gender that the edit it overrides had given the verb."""
    feminine, neuter = (clash is not None and clash.new.endswith(end) for end in ("ла", "ло"))
    verb = "опровергла" if feminine else "опровергло" if neuter else "опроверг"
    return Edit(edit.start, edit.stop, edit.new.replace("опроверг", verb, 1))


def with_denials(edits: list[Edit], denials: list[Edit]) -> list[Edit]:
    for deny in denials:
        clash = next((e for e in edits if e.start < deny.stop and deny.start < e.stop), None)
        edits = [e for e in edits if e is not clash] + [agreeing(deny, clash)]
    return sorted(edits, key=lambda edit: edit.start)


def named(entry: Json, writer: Writer) -> Json:
    """A party or asset under its new name; aliases that the swap leaves as they were name somebody else now."""
    name = writer.write(entry["name"])
    aliases = [writer.write(alias) for alias in entry.get("aliases", [])]
    if name != entry["name"]:
        aliases = [new for new, old in zip(aliases, entry["aliases"], strict=True) if new != old] if aliases else []
    kept = list(dict.fromkeys(aliases))
    rest = {key: value for key, value in entry.items() if key not in ("name", "aliases")}
    if "share" in rest:
        rest["share"] = writer.plan.numbers[("share", rest["share"])]
    return {"name": name, **rest, **({"aliases": kept} if kept else {})}


def measured(claim: Json, plan: Plan) -> Json:
    changed: Json = {}
    if amount := claim.get("amount"):
        dropped = amount["currency"] is None or claim["id"] in plan.without_currency
        value = plan.numbers[("amount", amount["value"])]
        changed["amount"] = {**amount, "value": value, "currency": None if dropped else plan.currency}
    if quantity := claim.get("quantity"):
        unit = plan.unit if quantity["unit"] == "aircraft" else quantity["unit"]
        changed["quantity"] = {**quantity, "value": plan.numbers[("quantity", quantity["value"])], "unit": unit}
    return changed


def twin_claim(claim: Json, evidence: str, writer: Writer) -> Json:
    plan = writer.plan
    new = {**claim, **measured(claim, plan), "evidence": evidence}
    new["parties"] = [named(party, writer) for party in claim.get("parties", [])]
    if claim["id"] in names.BY_REGION:
        new["parties"][1:] = [{"name": names.BY_REGION[claim["id"]].format(region=plan.region), "role": "participant"}]
    if "commodities" in claim:
        new["commodities"] = [plan.commodities.get(name, name) for name in claim["commodities"]]
    if "places" in claim:
        new["places"] = [plan.codes.get(code, code) for code in claim["places"]]
    if "date" in claim:
        new["date"] = plan.dates(claim["date"])
    for key in ("subject", "attributed_to"):
        if key in claim:
            told = claim[key]
            new[key] = writer.write(told) if isinstance(told, str) else [writer.write(name) for name in told]
    return new


def denied_claims(claim: Json) -> list[Json]:
    """The claim with the status `denied`; that somebody denies it is a statement, which a reader may tell or not."""
    plain = {key: value for key, value in claim.items() if key not in ("status_alt", "attributed_to")}
    speaker = {"name": (claim.get("attributed_to") or [claim["parties"][0]["name"]])[0], "role": "speaker"}
    statement = {"id": claim["id"] + "-denial", "kind": "statement", "parties": [speaker], "optional": True}
    return [plain | {"status": "denied"}, statement | {"evidence": claim["evidence"], "key": ["parties"]}]


def twin_document(gold: Json, text: str, name: str, plan: Plan) -> Json:
    writer = Writer(plan)
    denials = [denial(text, claim) for claim in gold["claims"] if claim["id"] in plan.denied]
    rewritten = Rewritten(text, with_denials(writer.edits(text), denials))
    claims: list[Json] = []
    for claim in gold["claims"]:
        start = text.index(claim["evidence"])
        new = twin_claim(claim, rewritten.cut(start, start + len(claim["evidence"])), writer)
        claims += denied_claims(new) if claim["id"] in plan.denied else [new]
    about = {"language": gold["language"], "published": plan.dates(gold["published"]), "title": None}
    return {"id": name, **about, "text": rewritten.text, "claims": claims}


def unchanged(gold: Json, text: str, name: str) -> Json:
    about = {key: gold[key] for key in ("language", "published", "title")}
    return {"id": name, **about, "text": text, "claims": gold["claims"]}


def make(shared: Path, out: Path, count: int, seed: int) -> list[Path]:
    """Writes the twins; returns one gold folder each, the unchanged text first."""
    source = shared / names.GOLD_FILE
    gold = json.loads(source.read_text("utf-8"))
    text = (source.parent / gold["text_file"]).read_text("utf-8")
    shutil.rmtree(out / "gold", ignore_errors=True)
    shutil.rmtree(out / "texts", ignore_errors=True)
    documents = [unchanged(gold, text, "twin00")]
    documents += [twin_document(gold, text, f"twin{n:02}", plan_twin(n, seed)) for n in range(1, count + 1)]
    return [write(document, out) for document in documents]


def write(document: Json, out: Path) -> Path:
    folder, texts = out / "gold" / str(document["id"]), out / "texts"
    folder.mkdir(parents=True)
    texts.mkdir(exist_ok=True)
    plain = {key: value for key, value in document.items() if key != "claims" and value is not None}
    for place, content in ((folder, document), (texts, plain)):
        path = place / f"{document['id']}.json"
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return folder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    made = make(args.shared, args.out, args.count, args.seed)
    print(f"{len(made) - 1} twins in {args.out}")


if __name__ == "__main__":
    main()
