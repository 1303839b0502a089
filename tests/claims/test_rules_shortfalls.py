"""Hindrances told by what is not to be had, and whom they hold back."""

import pytest
from told import claims, only, parties

KIND = "constraint"


@pytest.mark.parametrize(
    "text",
    [
        "Developers of the Orso tin mine are short of $90 million.",
        "Разработчикам оловянного рудника не хватает 90 млн долларов.",
        "The Orso tin deposit lies 300 km from the nearest railway.",
        "Оловянное месторождение лежит в 300 км от ближайшей железной дороги.",
        "Few welders in Peru can build a tin smelter.",
        "В Перу мало геологов, чтобы искать олово.",
        "The country lacks a refinery, so all its tin concentrate goes abroad.",
        "В стране нет своего завода, и оловянный концентрат уходит за рубеж.",
        "The tin smelter in Lima has been starved of concentrate since May.",
        "Оловянный завод простаивает без концентрата с мая.",
        "Оловянные рудники платят за электричество втрое больше соседей.",
        "The port of Callao can take ships of no more than 30,000 tonnes, tin miners say.",
        "Orso Tin has struggled to find electricians for its mine.",
        "«Орсо Олово» не может нанять сварщиков для рудника.",
        "Peru depends on Chilean ports for its tin exports.",
        "The wage contract at the Orso tin mine expires on 30 June and no new one has been agreed.",
        "Очередь фур с оловянным концентратом растянулась на 40 км.",
        "Тариф за перевалку олова вырос на 18%.",
        "A lawsuit by herders has blocked the Orso tin project since January.",
    ],
)
def test_what_cannot_be_had_holds_back(text: str) -> None:
    only(text, KIND)


@pytest.mark.parametrize(
    "text",
    [
        "Orso Tin plans to raise $90 million.",
        "Orso Tin will build a railway 300 km from the nearest port.",
        "A few welders came to the Orso tin mine.",
        "Orso Tin depends on its people for every tonne of tin.",
        "Peru depends on China for 40% of its tin sales.",
        "The first phase of the tin smelter is ready.",
        "Первая очередь оловянного завода готова.",
        "The new tin code will deter investors, lawyers say.",
        "Orso Tin shipped 62,000 tonnes of tin by rail in the first nine months of this year.",
        "«Орсо Олово» не испытывает нехватки воды на руднике.",
    ],
)
def test_plans_fears_and_what_is_at_hand_hold_nobody_back(text: str) -> None:
    assert claims(text, KIND) == []


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Orso Tin said a lack of water was holding back its mine.", "Orso Tin"),
        ("Falling prices have made new tin mines uneconomic, according to Rob Hale of Tin Weekly.", None),
        ("Проекту «Орсо» по добыче олова мешают санкции: банки не переводят деньги.", "Орсо"),
        ("У западных покупателей олова нет замены перуанским заводам.", "западных покупателей олова"),
        ("Orso Tin runs the Kalla mine in Peru. It lies 300 km from the nearest railway.", "Orso Tin"),
    ],
)
def test_whom_it_holds_back_is_neither_the_cause_nor_the_way(text: str, hit: str | None) -> None:
    assert parties(only(text, KIND), "affected") == ([hit] if hit else [])
