"""Parts of the world's output and of a state's imports, and how much lies in the ground."""

import pytest
from told import claims, only, parties

from lodeline.claims.claim import Claim


def told(claim: Claim) -> tuple[list[str], float | None, str | None]:
    percent = None if claim.quantity is None else float(claim.quantity.value)
    return parties(claim, "holder"), percent, claim.stage


# shares


@pytest.mark.parametrize(
    ("text", "holder", "percent", "stage", "mineral"),
    [
        ("China accounts for nine-tenths of the world's refined rare earths.", "China", 90, "processing",
         "rare earths"),
        ("More than half the world's cobalt is refined in China.", "China", 50, "processing", "cobalt"),
        ("Indonesia produces more than half of the world's nickel.", "Indonesia", 50, "mining", "nickel"),
        ("Kazakhstan's share of world uranium mining stood at 39% in 2030.", "Kazakhstan", 39, "mining", "uranium"),
        ("Guinea holds a quarter of the world's bauxite reserves.", "Guinea", 25, "reserves", "bauxite"),
        ("Two-thirds of Germany's gallium imports came from China last year.", "China", 66.7, "imports", "gallium"),
        ("На долю Китая приходится девять десятых мирового производства рафинированных редких земель.", "Китай", 90,
         "processing", "rare earths"),
        ("Более половины мирового кобальта перерабатывается в Китае.", "Китай", 50, "processing", "cobalt"),
        ("Индонезия даёт больше половины добываемого в мире никеля.", "Индонезия", 50, "mining", "nickel"),
        ("Казахстан обеспечивает 39% мировой добычи урана.", "Казахстан", 39, "mining", "uranium"),
        ("В Гвинее сосредоточена четверть мировых запасов бокситов.", "Гвинея", 25, "reserves", "bauxite"),
        ("Две трети импорта галлия в Германию в прошлом году пришлись на Китай.", "Китай", 66.7, "imports", "gallium"),
    ],
)  # fmt: skip
def test_a_share_names_its_holder_its_part_and_its_stage(
    text: str, holder: str, percent: float, stage: str, mineral: str
) -> None:
    claim = only(text, "share")
    assert told(claim) == ([holder], percent, stage)
    assert (list(claim.commodities), claim.status) == ([mineral], None)
    assert claim.support["quantity"].spans


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Every third tonne of antimony sold in the world comes from Tajikistan.", "Tajikistan"),
        ("Каждая третья тонна сурьмы в мире добывается в Таджикистане.", "Таджикистан"),
        ("Каждая третья тонна никеля в мире приходится на Индонезию.", "Индонезия"),
    ],
)
def test_every_third_tonne_is_a_third(text: str, holder: str) -> None:
    claim = only(text, "share")
    assert told(claim) == ([holder], 33.3, "mining")
    assert claim.support["quantity"].spans


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Japan imports all of its gallium from China.", "China"),
        ("Япония весь свой галлий ввозит из Китая.", "Китай"),
    ],
)
def test_all_imports_from_one_state_are_a_hundred_percent_and_no_supply_beside(text: str, source: str) -> None:
    assert told(only(text, "share")) == ([source], 100, "imports")
    assert claims(text, "supply") == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Turkey has 73 per cent of global boron reserves, and the United States 8 per cent.",
            {"Turkey": 73, "United States": 8},
        ),
        ("На Турцию приходится 73% мировых запасов бора, на США — 8%.", {"Турция": 73, "США": 8}),
        ("Индонезии принадлежат 43% мировых запасов никеля, Австралии — 17.", {"Индонезия": 43, "Австралия": 17}),
    ],
)
def test_each_holder_has_the_part_told_beside_it(text: str, parts: dict[str, float]) -> None:
    found = [told(claim) for claim in claims(text, "share")]
    assert {holder[0]: percent for holder, percent, _ in found} == parts
    assert {stage for _, _, stage in found} == {"reserves"}


@pytest.mark.parametrize(
    "text",
    [
        "Orion Holdings raised its stake in Vega Copper to 34% from 20%.",
        "Global copper demand rose 4% last year, while Chinese output fell 12%.",
        "World tin prices climbed 18% in March.",
        "The ore at the Tarn Hill deposit grades 1.8% copper.",
        "China's share of the world market in electric cars rose by 5 points.",
        "The fund owns 12% of the world's largest lithium producer.",
        "Inflation slowed to 8% and the world economy grew 3%.",
        "Germany imports no gallium from China.",
        "Zellwerk buys all of its graphite from Ostra Mining.",
        "«Орион» увеличил свою долю в «Вега Медь» с 20% до 34%.",
        "Мировой спрос на медь вырос на 4%, а добыча в Китае снизилась на 12%.",
        "Мировые цены на олово подскочили на 18%.",
        "Среднее содержание меди в руде месторождения Тарнхилл — 1,8%.",
        "Фонду принадлежит 12% крупнейшего в мире производителя лития.",
        "Инфляция замедлилась до 8%, мировая экономика выросла на 3%.",
        "Каждый третий рабочий рудника состоит в профсоюзе.",
    ],
)
def test_growth_stakes_and_grades_are_no_share(text: str) -> None:
    assert claims(text, "share") == []


# resources


@pytest.mark.parametrize(
    ("text", "amount", "mineral", "sites"),
    [
        ("The Lindero deposit holds indicated resources of 45 million tonnes grading 1.2% copper.", (45_000_000, "t"),
         "copper", ["Lindero"]),
        ("Inferred resources of the licence stand at 2.4 million ounces of gold.", (2_400_000, "oz"), "gold", []),
        ("The mine, which contains 3.2 million ounces of gold, lies in northern Ghana.", (3_200_000, "oz"), "gold", []),
        ("Балансовые запасы месторождения Жаркулак оцениваются в 1,4 млн тонн меди.", (1_400_000, "t"), "copper",
         ["Жаркулак"]),
        ("Запасы по категории C1+C2 составляют 45 тыс. тонн триоксида вольфрама.", (45_000, "t"), "tungsten", []),
        ("Выявленные ресурсы участка Кундызды составляют 2,4 млн унций золота.", (2_400_000, "oz"), "gold",
         ["Кундызды"]),
        ("На Государственном балансе числится 72 тыс. тонн вольфрама.", (72_000, "t"), "tungsten", []),
    ],
)  # fmt: skip
def test_what_lies_in_the_ground_is_a_resource(
    text: str, amount: tuple[float, str], mineral: str, sites: list[str]
) -> None:
    claim = only(text, "resource")
    assert claim.quantity is not None
    assert (float(claim.quantity.value), claim.quantity.unit) == amount
    assert (list(claim.commodities), list(claim.assets), parties(claim, "holder")) == ([mineral], sites, [])
    assert claim.status is None


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Uzbekistan's tungsten reserves are put at 72,000 tonnes.", "Uzbekistan"),
        ("Узбекистан располагает запасами вольфрама в 72 тыс. тонн.", "Узбекистан"),
    ],
)
def test_a_state_holds_its_reserves(text: str, holder: str) -> None:
    assert parties(only(text, "resource"), "holder") == [holder]


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan's central bank holds gold and currency reserves of $52 billion.",
        "The central bank raised its gold reserves to 300 tonnes.",
        "The government reserves the right to buy 10% of the output.",
        "The resource-rich country exported goods worth $3 billion.",
        "Zambia produced 820,000 tonnes of copper in 2030.",
        "Золотовалютные резервы Казахстана достигли 52 млрд долларов.",
        "Нацбанк довёл запасы золота до 300 тонн.",
        "Замбия добыла 820 тыс. тонн меди в 2030 году.",
        "Рудник ежегодно добывает 40 тыс. тонн меди.",
    ],
)
def test_vaults_outputs_and_rights_are_no_resource(text: str) -> None:
    assert claims(text, "resource") == []


@pytest.mark.parametrize(
    "text",
    [
        "Запасы меди на складах биржи выросли на 4 тыс. т, цинка — на 12 тыс. т.",
        "Складские запасы меди — 210 тыс. т, цинка — 95 тыс. т.",
        "Exchange stocks of copper rose by 4,000 tonnes to 210,000 tonnes.",
        "Ввоз меди в Китай оказался на 7% ниже, чем в апреле.",
        "Импорт меди в КНР в апреле — минус 8% год к году.",
        "Imports of copper into China: down 12% on the month.",
        "Слабый импорт в Китай ударил по меди: за неделю она потеряла 0,9%.",
        "Copper shed 0.9% on the week as imports into China slowed.",
        "Склады биржи за неделю покинули 4 тыс. т меди и 12 тыс. т цинка.",
    ],
)
def test_metal_in_warehouses_and_a_change_of_imports_make_no_claim(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "holder", "percent", "stage"),
    [
        ("The European Union relies on China for 98% of its magnets.", "China", 98, "imports"),
        ("Germany depends on Russia for a third of its titanium.", "Russia", 33.3, "imports"),
        ("Some 85% of the potash used in Brazil comes from abroad.", "Brazil", 85, "imports"),
        ("Myanmar supplied 44% of China's tin imports last year.", "Myanmar", 44, "imports"),
        ("Евросоюз зависит от Китая на 98% в поставках магнитов.", "Китай", 98, "imports"),
        ("Более половины потребляемого в Индии калия ввозится из-за рубежа.", "Индия", 50, "imports"),
        ("Китай — это четыре пятых мирового вольфрама.", "Китай", 80, "mining"),
        ("Около 98% первичного галлия в мире выпускает Китай.", "Китай", 98, "processing"),
    ],
)
def test_dependence_and_foreign_goods_are_shares_of_imports(text: str, holder: str, percent: float, stage: str) -> None:
    claim = only(text, "share")
    assert parties(claim, "holder") == [holder]
    assert claim.quantity is not None
    assert (float(claim.quantity.value), claim.stage) == (percent, stage)


@pytest.mark.parametrize(
    "text",
    [
        "China buys two thirds of Laos's potash.",
        "Zambia supplies more than half of the cobalt hydroxide used by Finnish refiners.",
        "The fund owns 12% of the world's largest lithium producer.",
    ],
)
def test_goods_of_a_state_and_parts_of_a_producer_are_no_share(text: str) -> None:
    assert claims(text, "share") == []


def test_a_ministry_of_resources_holds_none() -> None:
    assert claims("The Ministry of Mineral Resources set the quota at 250 million tonnes of ore.", "resource") == []
    claim = only("Под солончаками Боливии лежит 23 млн тонн лития.", "resource")
    assert parties(claim, "holder") == ["Боливия"]
