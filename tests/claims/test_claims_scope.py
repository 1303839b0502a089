"""What a text is about decides whether it is read for deals at all."""

from told import claims

AIRLINE = (
    "Polar Wings agreed on Monday to buy 40% of Fjord Air for $90 million. Both carriers fly to Oslo. "
    "The buyer will keep the brand. Its shares rose 4%. A bank will lend it $30 million. "
)
SHOPS = (
    "Сеть «Лавка» купила 30% компании «Прилавок» за 2 млрд рублей. Магазины останутся под своим именем. "
    "Сбербанк выдал сети кредит на 1 млрд рублей. Выручка выросла на 8%. Покупателей стало больше. "
)


def test_a_text_about_airlines_makes_no_claim() -> None:
    assert claims(AIRLINE) == []


def test_a_text_about_shops_makes_no_claim() -> None:
    assert claims(SHOPS) == []


def test_one_word_of_mining_is_enough_to_read_the_deals() -> None:
    assert claims(AIRLINE + "Fjord Air serves remote mines.", "acquisition")
    assert claims(SHOPS + "Магазины стоят в посёлках при рудниках.", "acquisition")


def test_a_name_that_sounds_of_metal_is_no_word_of_mining() -> None:
    assert claims(AIRLINE + "The lounge is called Smelter Terrace.") == []


def test_a_short_text_is_always_read() -> None:
    assert claims("Polar Wings agreed on Monday to buy 40% of Fjord Air for $90 million.", "acquisition")
