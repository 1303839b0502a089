"""Two short invented reports, and a way to put a file into the folder of a test."""

from pathlib import Path

STORY = (
    "ГРАНИТОГОРСК, 14 мая 2031 — Компания «Берёзовая медь» подписала с холдингом «Сланец» контракт о поставке "
    "12 тысяч тонн медного концентрата в год. Сумма контракта составляет 250 миллионов долларов."
)
ENGLISH = (
    "GRANITE CITY, May 20, 2031 — Birch Copper signed a binding contract to sell 12,000 tonnes of copper concentrate "
    "a year to Slate Holding. The contract is worth $250 million."
)


def put(name: str, content: str | bytes) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path
