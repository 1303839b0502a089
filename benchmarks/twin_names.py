"""The names of one gold text, and the names that they may become in its twins. Data only; twins.py does the work."""

from dataclasses import dataclass

GOLD_FILE = "gold/seed-c5plus1.json"


@dataclass(frozen=True)
class State:
    code: str
    name: str
    adjective: str
    capital: str
    english: str


def states(table: str) -> list[State]:
    return [State(*(cell.strip() for cell in line.split("|"))) for line in table.strip().splitlines()]


ROLES = states("""
US|США|американский|Вашингтон|United States
KZ|Казахстан|казахстанский|Астана|Kazakhstan
KG|Кыргызстан|кыргызский|Бишкек|Kyrgyzstan
TJ|Таджикистан|таджикский|Душанбе|Tajikistan
TM|Туркменистан|туркменский|Ашхабад|Turkmenistan
UZ|Узбекистан|узбекский|Ташкент|Uzbekistan
CN|Китай|китайский|Пекин|China
RU|Россия|российский|Москва|Russia
AE|Объединенные Арабские Эмираты|эмиратский|Абу-Даби|United Arab Emirates
BH|Бахрейн|бахрейнский|Манама|Bahrain
MA|Марокко|марокканский|Рабат|Morocco
IL|Израиль|израильский|Иерусалим|Israel
SA|Саудовская Аравия|саудовский|Эр-Рияд|Saudi Arabia
AZ|Азербайджан|азербайджанский|Баку|Azerbaijan
""")
OTHER_NAMES = {"US": ["Соединенные Штаты"], "KG": ["Киргизия"]}
REGION = ("Центральная Азия", "центральноазиатский")
REGIONAL = ["KZ", "KG", "TJ", "TM", "UZ"]
# Five states that the text calls by their region alone. Whoever knows this region knows its five states; of another
# region that is not knowledge, so the twins' gold asks for the group as the text names it.
BY_REGION = {"c14": "лидеры стран {region}"}

REGIONS = {
    ("Западная Африка", "западноафриканский"): states("""
        GH|Гана|ганский|Аккра|Ghana
        SN|Сенегал|сенегальский|Дакар|Senegal
        LR|Либерия|либерийский|Монровия|Liberia
        GN|Гвинея|гвинейский|Конакри|Guinea
        NG|Нигерия|нигерийский|Абуджа|Nigeria
        NE|Нигер|нигерский|Ниамей|Niger"""),
    ("Южная Америка", "южноамериканский"): states("""
        BR|Бразилия|бразильский|Бразилиа|Brazil
        PE|Перу|перуанский|Лима|Peru
        AR|Аргентина|аргентинский|Буэнос-Айрес|Argentina
        EC|Эквадор|эквадорский|Кито|Ecuador
        CO|Колумбия|колумбийский|Богота|Colombia
        BO|Боливия|боливийский|Ла-Пас|Bolivia"""),
    ("Юго-Восточная Азия", "юго-восточноазиатский"): states("""
        VN|Вьетнам|вьетнамский|Ханой|Vietnam
        LA|Лаос|лаосский|Вьентьян|Laos
        TH|Таиланд|тайский|Бангкок|Thailand
        MM|Мьянма|мьянманский|Нейпьидо|Myanmar
        ID|Индонезия|индонезийский|Джакарта|Indonesia
        KH|Камбоджа|камбоджийский|Пномпень|Cambodia"""),
    ("Восточная Африка", "восточноафриканский"): states("""
        KE|Кения|кенийский|Найроби|Kenya
        UG|Уганда|угандийский|Кампала|Uganda
        ET|Эфиопия|эфиопский|Аддис-Абеба|Ethiopia
        RW|Руанда|руандийский|Кигали|Rwanda
        MZ|Мозамбик|мозамбикский|Мапуту|Mozambique"""),
    ("Центральная Африка", "центральноафриканский"): states("""
        CM|Камерун|камерунский|Яунде|Cameroon
        GA|Габон|габонский|Либревиль|Gabon
        TD|Чад|чадский|Нджамена|Chad
        AO|Ангола|ангольский|Луанда|Angola
        ZM|Замбия|замбийский|Лусака|Zambia"""),
}
WORLD = states("""
DE|Германия|немецкий|Берлин|Germany
FR|Франция|французский|Париж|France
JP|Япония|японский|Токио|Japan
CA|Канада|канадский|Оттава|Canada
GB|Великобритания|британский|Лондон|United Kingdom
IN|Индия|индийский|Дели|India
TR|Турция|турецкий|Анкара|Turkey
AU|Австралия|австралийский|Канберра|Australia
NO|Норвегия|норвежский|Осло|Norway
QA|Катар|катарский|Доха|Qatar
MX|Мексика|мексиканский|Мехико|Mexico
PK|Пакистан|пакистанский|Исламабад|Pakistan
RS|Сербия|сербский|Белград|Serbia
JO|Иордания|иорданский|Амман|Jordan
OM|Оман|оманский|Маскат|Oman
EG|Египет|египетский|Каир|Egypt
MN|Монголия|монгольский|Улан-Батор|Mongolia
""")

MEN = [
    "Ерсайын Нагаспаев",
    "Говард Латник",
    "Касым-Жомарт Токаев",
    "Марко Рубио",
    "Владимир Путин",
    "Си Цзиньпин",
    "Дональд Трамп",
    "Пини Альтхаус",
    "Бен Годвин",
    "Биньямин Нетаньяху",
    "Мухаммед бин Салман",
    "Джозеф Эпштейн",
    "Илон Маск",
]
FIRST_NAMES = [
    *("Мариус", "Эдуард", "Лукас", "Томас", "Виктор", "Даниэль", "Самуэль", "Петер", "Юлиан", "Рашид"),
    *("Альберт", "Оскар", "Эмиль", "Густав", "Ибрагим", "Кристиан", "Леонард", "Роберт", "Филипп", "Хасан"),
]
SURNAMES = [
    *("Обенг", "Штайнер", "Мендес", "Карвальо", "Хоффман", "Леклер", "Бергман", "Окафор", "Сантос", "Фернандес"),
    *("Вагнер", "Рамирес", "Йенсен", "Манцини", "Каримов", "Дюран", "Мартенс", "Линдгрен", "Соколов", "Окелло"),
]
PARTICLES = {"бин", "Си"}  # parts of a name that never decline

COMPANIES = {
    "Cove Kaz Capital Group": ["Harrow Peak Resources Group", "Bluestone Ridge Metals", "Orvane Capital Partners"],
    "Starlink": ["OneWeb", "Kuiper", "Starlink"],
    "Veon": ["Airtel", "Telenor", "Millicom"],
    "Beeline": ["Vodacom", "Movitel", "Celtel"],
}
BANKS = [
    ("Экспортно-импортный банк", "Export-Import Bank"),
    ("Государственный банк развития", "State Development Bank"),
    ("Инвестиционный банк", "Investment Bank"),
    ("Банк внешней торговли", "Foreign Trade Bank"),
]
ACCORDS = [("Женевский", "Женева", "Geneva"), ("Парижский", "Париж", "Paris"), ("Венский", "Вена", "Vienna")]
SEAT = ("Белый дом", "Президентский дворец")
UNIONS = [("Европейский союз", "ЕС", "European Union"), ("Африканский союз", "АС", "African Union")]
GOODS = [
    ("самолет", "Boeing", "авиаперевозчик", "aircraft"),
    ("самолет", "Airbus", "авиаперевозчик", "aircraft"),
    ("самолет", "Embraer", "авиаперевозчик", "aircraft"),
    ("локомотив", "Wabtec", "перевозчик", "locomotives"),
    ("локомотив", "Alstom", "перевозчик", "locomotives"),
]
METALS = {
    "молибден": "molybdenum",
    "кобальт": "cobalt",
    "никель": "nickel",
    "литий": "lithium",
    "графит": "graphite",
    "титан": "titanium",
    "марганец": "manganese",
    "сурьма": "antimony",
    "ванадий": "vanadium",
    "цирконий": "zirconium",
    "олово": "tin",
}
ORES = {
    "редкоземельных элементов": "rare earths",
    "бокситов": "bauxite",
    "металлов платиновой группы": "platinum group metals",
    "алмазов": "diamonds",
    "фосфоритов": "phosphate rock",
    "литиевых руд": "lithium",
    "марганцевых руд": "manganese",
    "сурьмяных руд": "antimony",
}
CURRENCIES = {"долларов": "USD", "евро": "EUR", "юаней": "CNY", "рублей": "RUB", "фунтов стерлингов": "GBP"}
SUMS = {"c1": "1,1 миллиарда", "c2": "900 миллионов"}  # the sums whose currency a twin may drop
DENIABLE = ["c2", "c6", "c9"]
