"""The networks read all sentences at once and must give what slovnet gives for each sentence by itself."""

from functools import cache
from typing import Any

import pytest

from lodeline.language.russian import networks as own
from lodeline.language.russian.networks import STRETCH, networks
from lodeline.language.russian.segment import words

TEXTS = [
    "Завод «Северный молот» купил 15 тыс. т вольфрамовой руды у компании Tungar Metals Ltd за $140 млн.",
    "Да.",
    "Министр торговли Бейзании Орест Вельский сообщил, что соглашение о поставках галлия пока не подписано.",
    "— Нет!",
    "По словам г-жи Ильиной-Карской, в 2031 г. рудник даст 3,5 % мирового выпуска, а фабрика закроется…",
    "ООО «Кварц-7» и АО «Гранит» (Верхнегорск) создадут СП: 51 на 49.",
]


def cut(text: str) -> list[str]:
    return [piece for _, _, piece in words(text, 0, len(text))]


SENTENCES = [cut(text) for text in TEXTS]


@cache
def slovnet(name: str) -> Any:
    import slovnet
    from navec import Navec

    folder = own.data_folder()
    kind = {"morph": slovnet.Morph, "syntax": slovnet.Syntax, "ner": slovnet.NER}[name]
    model = kind.load(folder / f"model/slovnet_{name}_news_v1.tar", batch_size=1)
    return model.navec(Navec.load(folder / "emb/navec_news_v1_1B_250K_300d_100q.tar"))


def test_tags_are_those_of_slovnet() -> None:
    told = [[(t.pos, t.feats) for t in each.tokens] for each in slovnet("morph").map(SENTENCES)]
    assert [[(m.pos, m.feats) for m in marks] for marks, _ in networks().words(SENTENCES)] == told


def test_trees_are_those_of_slovnet() -> None:
    told = [([int(t.head_id) - 1 for t in each.tokens], [t.rel for t in each.tokens]) for each in parsed()]
    assert [(tree.heads, tree.relations) for _, tree in networks().words(SENTENCES)] == told


def parsed() -> list[Any]:
    return list(slovnet("syntax").map(SENTENCES))


def test_names_are_those_of_slovnet() -> None:
    told = []
    for text, each in zip(TEXTS, slovnet("ner").map(TEXTS), strict=True):
        pieces = words(text, 0, len(text))
        told.append([span_of(each.spans, start, stop) for start, stop, _ in pieces])
    assert [[None if p == "O" else p[2:] for p in parts] for parts in networks().names(SENTENCES)] == told


def span_of(spans: Any, start: int, stop: int) -> str | None:
    return next((str(s.type) for s in spans if s.start <= start and stop <= s.stop), None)


def test_a_sentence_reads_the_same_among_others_and_alone() -> None:
    together = networks().words(SENTENCES * 40)
    assert [networks().words([each])[0] for each in SENTENCES] == together[-len(SENTENCES) :]


def test_forms_that_were_forgotten_are_learnt_again(monkeypatch: pytest.MonkeyPatch) -> None:
    before = networks().words(SENTENCES)
    monkeypatch.setattr(own, "KEPT_FORMS", len(networks().forms.places) + 5)
    networks().words([[f"слово{n}" for n in range(9)]])
    assert len(networks().forms.places) < 20
    assert networks().words(SENTENCES) == before


def test_a_very_long_sentence_is_read_in_stretches_and_links_within_them() -> None:
    long = SENTENCES[0] * (2 * STRETCH // len(SENTENCES[0]) + 1)
    ((marks, tree),) = networks().words([long])
    (parts,) = networks().names([long])
    assert len(marks) == len(tree.heads) == len(tree.relations) == len(parts) == len(long)
    assert all(head < 0 or head // STRETCH == at // STRETCH for at, head in enumerate(tree.heads))


@pytest.mark.parametrize("sentences", [[], [[]], [[], ["Завод"], []]])
def test_nothing_to_read_is_read(sentences: list[list[str]]) -> None:
    assert [len(marks) for marks, _ in networks().words(sentences)] == [len(each) for each in sentences]
    assert [len(parts) for parts in networks().names(sentences)] == [len(each) for each in sentences]
