from __future__ import annotations

import pytest
from read_texts import mentions, names, only, read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Luossa Star Limited bought the quarry.", "Luossa Star Limited"),
        ("The deal was signed by First Karoo Ltd in May.", "First Karoo Ltd"),
        ("Greyfell plc and Ostrava Slag Co hold 40% each.", "Greyfell plc"),
        ("The loan went to Greyfell plc's arm in Namibia.", "Greyfell plc"),
        ("The licence of Sultanate Alumina Global was revoked.", "Sultanate Alumina Global"),
        ("It bought a unit of Van der Linde NV.", "Van der Linde NV"),
        ("The court froze the assets of Cobalto do Norte.", "Cobalto do Norte"),
        ("The buyer is 3K Minerals of Perth.", "3K Minerals"),
        ("It will toll ore for 47Metals next year.", "47Metals"),
        ("The loan went to hexaOre, a start-up.", "hexaOre"),
        ("It was sold to Sa'dan Gulf in June.", "Sa'dan Gulf"),
        ("The smelter belongs to Hale & Sons Co and a fund.", "Hale & Sons Co"),
        ("The smelter belongs to Hale and Sons.", "Hale and Sons"),
        ("The deposit went to Eastern Nickel Group Co., Ltd. of Tianjin.", "Eastern Nickel Group Co., Ltd."),
        ("Peruvian Rare Metals Ltd raised $3 million.", "Peruvian Rare Metals Ltd"),
        ("Analysts at Kestrel Commodities expect prices to rise.", "Kestrel Commodities"),
        (
            "A permit was given to the Ministry of Mines and Minerals Development.",
            "Ministry of Mines and Minerals Development",
        ),
    ],
)
def test_a_firm_or_body_is_named_in_full(text: str, name: str) -> None:
    assert name in names(text, "organisation")


def test_two_firms_joined_by_and_are_two() -> None:
    assert names("Luossa Metals and Karoo Zinc formed a venture.", "organisation")[:2] == [
        "Luossa Metals",
        "Karoo Zinc",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We take 2.4Mlb out of the forecast and 88Mlb stay in the ground.",
        "The plant makes 500MW of power at $40m a year.",
        "Undeterred, the miner goes on.",
        "GDP rose by 4% and the IPO was put off.",
    ],
)
def test_units_openers_and_common_capitals_are_no_names(text: str) -> None:
    assert [
        m.name for m in mentions(text, "organisation", "person") if m.name[0].isupper() or m.name[0].isdigit()
    ] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Trade minister Kim Sung-ho left.", "Kim Sung-ho"),
        ("Prince Salman bin Khalid al-Dosari visited the mine.", "Salman bin Khalid al-Dosari"),
        ("Sheikh Rashid bin Saif Al Mansoori bought shares.", "Rashid bin Saif Al Mansoori"),
        ("Ghana's minister of lands and mines, Kwame Appiah, signed the order.", "Kwame Appiah"),
        ("The ambassador to Chile, Dauren Omarov, met the owners.", "Dauren Omarov"),
        ("Chief Executive Tunde Okafor resigned.", "Tunde Okafor"),
        ("US Secretary of Commerce Paul Reyes signed the order.", "Paul Reyes"),
        ("Deputy Prime Minister Thandi Mokoena signed the order.", "Thandi Mokoena"),
        ("Tran Van Duc, chairman of the smelter, signed the order.", "Tran Van Duc"),
    ],
)
def test_a_person_is_known_by_post_title_or_field(text: str, name: str) -> None:
    assert name in names(text, "person")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Ghana's minister of lands and mines, Kwame Appiah, signed the order.", "GH"),
        ("US Secretary of Commerce Paul Reyes signed the order.", "US"),
        ("Kenyan mines minister Joan Wanjiru signed the order.", "KE"),
        ("Paul Reyes signed the order.", None),
    ],
)
def test_a_person_is_of_the_state_of_the_post(text: str, country: str | None) -> None:
    assert [m.country for m in mentions(text, "person")] in ([country], [] if country is None else [country])


def test_the_post_before_a_comma_is_not_given_to_a_firm() -> None:
    text = "The chairman of Luossa, Karoo Zinc, and two funds hold the rest."
    assert "Karoo Zinc" not in names(text, "person")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It halted its Harrow East refinery.", "Harrow East"),
        ("It bought the Dalan South deposit in Mongolia.", "Dalan South"),
        ("Ore comes from the Okavi tin mine.", "Okavi"),
        ("It runs the mine at Okavi.", "Okavi"),
    ],
)
def test_a_site_takes_its_name_from_the_head_word(text: str, name: str) -> None:
    assert only(text, "asset").name == name


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("It ships spodumene concentrate.", "lithium"),
        ("Sales of ferrochrome rose.", "chromium"),
        ("The plant makes titanium sponge.", "titanium"),
        ("Neodymium oxide is scarce.", "neodymium"),
        ("It mines heavy rare earths.", "heavy rare earths"),
    ],
)
def test_a_mineral_is_known_by_its_forms(text: str, key: str) -> None:
    assert key in [m.key for m in read(text).mentions if m.kind == "material"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Wolf and Raven Mining Inc bought the quarry.", "Wolf and Raven Mining Inc"),
        ("The quarry went to Fox and Hare Copper Ltd in May.", "Fox and Hare Copper Ltd"),
    ],
)
def test_two_emblems_before_a_legal_form_are_one_firm(text: str, name: str) -> None:
    assert name in names(text)


def test_two_firms_with_and_between_stay_two() -> None:
    assert names("Luossa and Karoo Zinc Ltd hold 40% each.")[:2] == ["Luossa", "Karoo Zinc Ltd"]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Farmer Ana Duarte objects to the mine.", "Ana Duarte"),
        ("The welder Tomo Oyelar is glad.", "Tomo Oyelar"),
        ("The stake belongs to Lim Hae-won of Seoul.", "Lim Hae-won"),
    ],
)
def test_a_person_behind_a_word_for_people_has_a_name(text: str, person: str) -> None:
    assert person in names(text)


def test_a_nationality_with_a_participle_is_no_part_of_a_name() -> None:
    assert "Karoo" in names("The Karoo Kuwait-led group bought it.")
