"""Noise of real pages: the claims come out as from the clean text."""

import json
from pathlib import Path

import pytest

from lodeline.documents.loading import raw_items
from lodeline.reading import Told, read_all

EN = (
    "Harrow Metals will buy a 40% stake in the Quill nickel mine in Zambia from Osprey Mining for $120 million.",
    "The mine produced 18,000 tonnes of nickel in 2030.",
    "Minister Daniel Mwale said on Monday that Zambia would ban exports of nickel ore from January 2032.",
)
RU = (
    "Компания «Северный кварц» подписала с холдингом «Сланец» контракт на поставку 12 тысяч тонн медного концентрата.",
    "Европейский банк развития выделит проекту кредит в 90 млн долларов.",
    "Казахстан с 1 января 2032 года запретит вывоз медной руды, сообщил министр торговли Ерлан Сатов.",
)
HTML_EN = f"""<html lang="en"><head><title>Harrow buys into Quill</title>
<meta property="article:published_time" content="2031-05-14T08:00:00Z"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/m">Markets</a></li><li>Lithium prices today</li></ul></nav>
<article><h1>Harrow buys into Quill</h1>
<figure><img src="a.jpg"><figcaption>Photo: Newsroom archive</figcaption></figure>
<p>{EN[0]}</p><p>READ ALSO: Bolivia signs $5 billion lithium deal with Kestrel Power</p><p>{EN[1]}</p>
<aside><p>Related: Kestrel Power to sell 30% of its cobalt smelter</p></aside><p>{EN[2]}</p></article>
<footer><p>Subscribe to our newsletter. All rights reserved.</p></footer></body></html>"""
HTML_RU = f"""<!doctype html><html lang="ru"><head><title>Сланец купит медь</title>
<meta property="article:published_time" content="2031-05-14T08:00:00Z"></head><body>
<header><nav>Главная | Рынки | Литий подорожал на 5%</nav></header><main><h1>Сланец купит медь</h1>
<p>{RU[0]}</p><p>ЧИТАЙТЕ ТАКЖЕ: Боливия получит кредит в 5 млрд долларов на литий</p><p>{RU[1]}</p>
<p>Фото: пресс-служба холдинга</p><p>{RU[2]}</p><p>Подписывайтесь на наш канал.</p></main></body></html>"""
LATIN = str.maketrans({"а": "a", "о": "o", "с": "c", "е": "e", "р": "p"})


def mixed_scripts(text: str) -> str:
    """Every fifth word with Latin letters that look like its Cyrillic ones, as copies from scans have them."""
    words = text.split(" ")
    return " ".join(
        word.translate(LATIN) if n % 5 == 4 and not any(c.isdigit() for c in word) else word
        for n, word in enumerate(words)
    )


def wrapped(text: str, width: int = 60) -> str:
    """As PDF programs give it out: hard line ends, long words hyphenated at them."""
    lines, line = [], ""
    for word in text.split(" "):
        room = width - len(line) - 1
        if len(word) > room and len(word) > 9 and word.isalpha() and room > 5:
            lines.append(f"{line} {word[:5]}-".strip())
            line = word[5:]
        elif len(word) > room:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


CLEAN = {"en": "\n\n".join(EN), "ru": "\n\n".join(RU)}
NOISY: dict[str, tuple[str, str, str]] = {
    "a web page": ("en", "html", HTML_EN),
    "a Russian web page": ("ru", "html", HTML_RU),
    "a wire's header and end": (
        "en",
        "text",
        "UPDATE 2-Harrow buys into Quill\n\nLUSAKA, May 14 (Wire) - " + "\n\n".join(EN) + "\n\n(Reporting by A. Reed; "
        "Editing by B. Shaw)\n\nOur Standards: The Wire Trust Principles.",
    ),
    "repeated paragraphs": ("en", "text", "\n\n".join([EN[0], *EN, EN[1]])),
    "repeated Russian paragraphs": ("ru", "text", "\n\n".join([RU[0], *RU, RU[2]])),
    "an ending that is cut off": ("en", "text", "\n\n".join([*EN, "Separately, Kestrel Power agreed to sell"])),
    "a Russian ending that is cut off": (
        "ru",
        "text",
        "\n\n".join([*RU, "Кроме того, компания «Ясень» намерена прод…"]),
    ),
    "a PDF's lines": (
        "en",
        "text",
        "Mining Weekly Bulletin          Page 3\n"
        + "\n\n".join(map(wrapped, EN))
        + "\n\nMining Weekly Bulletin   Page 4",
    ),
    "a Russian PDF's lines": ("ru", "text", "\n\n".join(map(wrapped, RU))),
    "mixed scripts in one word": ("ru", "text", "\n\n".join(map(mixed_scripts, RU))),
    "markup and entities in a feed's item": (
        "en",
        "text",
        "".join(f"<p>{each.replace('$', '&#36;').replace(' from ', '&nbsp;from ')}</p>" for each in EN) + "<br/>"
        '<a href="https://example.org/q">Continue reading</a>',
    ),
    "soft hyphens and invisible signs": ("ru", "text", CLEAN["ru"].replace("контракт", "кон\u00adтракт\u200b")),
    "a headline in capitals": ("en", "text", "HARROW METALS BUYS INTO QUILL NICKEL MINE\n\n" + "\n\n".join(EN)),
    "a Russian headline in capitals": ("ru", "text", "«СЛАНЕЦ» ПОКУПАЕТ МЕДНЫЙ КОНЦЕНТРАТ\n\n" + "\n\n".join(RU)),
    "photographers' captions": (
        "ru",
        "text",
        "\n\n".join([RU[0], "Фото: Ирина Лис / архив", RU[1], "Источник фото: «Вестник меди»", RU[2]]),
    ),
}


def facts(form: str, content: str, folder: Path) -> list[tuple[str, ...]]:
    """The claims of a text as the command would read it: kind, status, parties, figures, minerals, places, date."""
    item = {"html" if form == "html" else "text": content, "published": "2031-05-14", "id": "news"}
    file = folder / "news.json"
    file.write_text(json.dumps(item))
    (told,) = read_all(raw_items([str(file)]))
    assert isinstance(told, Told), told
    return [
        (
            claim.kind,
            str(claim.status),
            "; ".join(sorted(f"{p.role} {p.name} {p.share}" for p in claim.parties)),
            f"{claim.amount} {claim.quantity}",
            f"{claim.commodities} {claim.places} {claim.assets}",
            str(claim.date),
        )
        for claim in told.reading.claims
    ]


@pytest.mark.parametrize("name", NOISY)
def test_noise_changes_no_claim(name: str, tmp_path: Path) -> None:
    language, form, content = NOISY[name]
    clean = facts("text", CLEAN[language], tmp_path)
    assert len(clean) >= 3
    assert facts(form, content, tmp_path) == clean
