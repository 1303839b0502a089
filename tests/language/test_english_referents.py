from __future__ import annotations

import pytest
from read_texts import antecedent, names


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("Luossa Mining signed a contract. The miner will invest $20 million.", "miner", "Luossa Mining"),
        ("Luossa Mining signed a contract. The company will invest $20 million.", "company", "Luossa Mining"),
        ("Karoo Lithium raised $40 million. The group plans a refinery.", "group", "Karoo Lithium"),
        ("Fjord Bank lent $30 million to Karoo Zinc. The lender is cautious.", "lender", "Fjord Bank"),
        ("Karoo Zinc bought a mine. The Toronto-based firm paid in May.", "Toronto-based firm", "Karoo Zinc"),
        ("Hoshi Metals will take 300 tonnes. The Japanese trader pays in May.", "Japanese trader", "Hoshi Metals"),
        ("Indonesia banned ore exports. The republic wants smelters.", "republic", "Indonesia"),
        ("Luossa plans a smelter in Tanzania. Luossa said the country would own 16%.", "country", "Tanzania"),
        ("African Ore Finance Bank (AOFB) approved a loan. AOFB will pay in May.", "AOFB", "African Ore Finance Bank"),
        ("Halden Copper agreed to sell its mine. It will keep a royalty.", "It", "Halden Copper"),
        ("Mines minister Joan Wanjiru opened the plant. She promised tax breaks.", "She", "Joan Wanjiru"),
        ("The Okavi mine made 40,000 tonnes. The mine will close in 2035.", "mine", "Okavi"),
        ("Luossa Mining Ltd bought a quarry. Luossa will pay in May.", "Luossa", "Luossa Mining Ltd"),
    ],
)
def test_a_word_stands_for_what_was_named_before(text: str, surface: str, name: str) -> None:
    assert antecedent(text, surface) == name


def test_the_ministry_stands_for_the_one_named() -> None:
    text = "The Ministry of Mines of Zambia issued a licence. The ministry will renew it in 2035."
    assert antecedent(text, "ministry") == "Ministry of Mines"


@pytest.mark.parametrize(
    "text",
    [
        "Loire Metals of France bought the mine. A Swedish firm lost the tender.",
        "France's Loire Metals bought the mine. The Swedish firm lost the tender.",
    ],
)
def test_a_firm_of_another_state_is_not_the_one_named_before(text: str) -> None:
    assert antecedent(text, "Swedish firm") is None


def test_a_bank_is_not_a_miner() -> None:
    assert antecedent("Luossa Mining will build a smelter. The bank is silent.", "bank") is None


def test_it_before_a_clause_means_nothing() -> None:
    text = "Luossa Mining bought a quarry. It is likely that prices will rise."
    assert "it" not in [name.lower() for name in names(text)]


def test_the_object_of_a_verb_is_not_its_subject() -> None:
    text = "Karoo Zinc seeks money. Fjord Bank will lend the miner $30 million."
    assert antecedent(text, "miner") == "Karoo Zinc"


@pytest.mark.parametrize("word", ["Company", "Group", "Corporation"])
def test_a_defined_term_stands_for_the_issuer(word: str) -> None:
    text = f'Karoo Zinc Ltd ("Karoo" or "the {word}") has news. The {word} received A$5 million.'
    assert antecedent(text, word) == "Karoo Zinc Ltd"


def test_a_company_word_inside_a_name_is_no_defined_term() -> None:
    text = "Karoo Zinc sold a quarry. The Luossa Company bought it."
    assert antecedent(text, "Luossa Company") is None


def test_a_word_for_a_company_goes_to_the_one_told_with_it() -> None:
    text = "Karoo Zinc signed a contract with Swiss trader Luossa. The trader will buy 90 tonnes a year."
    assert antecedent(text, "trader") == "Luossa"


def test_a_side_is_its_state() -> None:
    assert "Kenya" in names("The Kenyan side will keep half of the mine.")
