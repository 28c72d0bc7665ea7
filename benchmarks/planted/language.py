"""How a language writes figures: separators, scale words, number words, hedges, the form of the counted noun."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

FOLDER = Path(__file__).parent / "data" / "languages"
OPEN, CLOSE = "\ue000", "\ue001"
"""Around a number, so that its place is known when the article is done; between them stands its place in a list."""
INNER = "\ue002"
ARABIC_DIGITS = str.maketrans("0123456789,.", "٠١٢٣٤٥٦٧٨٩٬٫")
VAGUE = {"tens": (10, 99), "hundreds": (100, 999), "thousands": (1000, 9999)}


@cache
def load(code: str) -> dict[str, Any]:
    """The data of one language."""
    return tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf8"))


@cache
def known() -> tuple[str, ...]:
    """The languages that have a file."""
    return tuple(sorted(p.stem for p in FOLDER.glob("*.toml")))


def category(rule: str, number: float) -> str:
    """The CLDR plural category of a number, by the name of the rule in the language's file."""
    whole = int(number) if number == int(number) else None
    if rule == "other":
        return "other"
    if rule == "fr":
        return "one" if abs(number) < 2 else "other"
    if rule == "one_other":
        return "one" if whole == 1 else "other"
    if whole is None:
        return "few" if rule == "ru" else "other"
    tens, ones = whole % 100, whole % 10
    if rule == "ru":
        return "one" if ones == 1 and tens != 11 else "few" if 2 <= ones <= 4 and not 12 <= tens <= 14 else "many"
    if rule == "ar":
        return "few" if 3 <= tens <= 10 else "many" if tens >= 11 else "other"
    raise ValueError(f"no plural rule {rule}")


def noun(lang: str, name: str, number: float) -> str:
    """The counted thing in the form that the number asks for."""
    data = load(lang)
    forms = data["nouns"][name]
    return str(forms.get(category(data["numbers"]["plural"], number)) or forms["other"])


def grouped(lang: str, value: float) -> str:
    """Digits with the language's separators; up to two decimals."""
    rules = load(lang)["numbers"]
    whole, _, rest = f"{value:.2f}".rstrip("0").rstrip(".").partition(".")
    if len(whole) > 3:
        parts = [whole[max(0, i - 3) : i] for i in range(len(whole), 0, -3)][::-1]
        whole = rules["group"].join(parts)
    return whole + (rules["decimal"] + rest if rest else "")


def digits(lang: str, value: float, *, scale: bool, money: bool = False) -> tuple[str, float]:
    """The number as written, and the number that the noun's form follows.

    Millions and billions that come out even at one decimal take the scale word in every language; round thousands do
    where the newsroom writes so (``scale``).
    """
    rules = load(lang)["numbers"]
    for size, name in ((1e9, "billion"), (1e6, "million")):
        if value >= size and round(value / size, 1) * size == value:
            shown = value / size
            forms = rules[name]
            word = forms.get(category(rules["plural"], shown)) or forms["other"]
            return f"{grouped(lang, shown)} {word}", value
    if (scale or money) and rules["thousand"] and value >= 10_000 and value % 1000 == 0 and value < 1e6:
        return f"{grouped(lang, value / 1000)} {rules['thousand']}", value
    return grouped(lang, value), value


def phrase(lang: str, tell: dict[str, Any], style: dict[str, Any], voice: Random) -> str:
    """Hedge, number and noun, the number marked with ``tell["mark"]``. ``tell``: value, bound, noun, money, bare."""
    data = load(lang)
    mark = tell["mark"]
    if tell["bound"] == "vague":
        size = next(k for k, (low, _) in VAGUE.items() if low == tell["low"])
        pattern = str(data["vague"][size])
        head, _, tail = pattern.partition("{noun}")
        number = head.rstrip() if not head.endswith(" de ") and not head.endswith(" of ") else head[:-4]
        forms = data["nouns"][tell["noun"]]
        rest = head[len(number) :] + str(forms.get("vague") or forms["other"]) + tail
        return f"{OPEN}{mark}{INNER}{number}{CLOSE}{rest}"
    value = tell["value"]
    small = data["numbers"]["spelled"]
    if tell["kind"] == "percent":
        text = _marked(mark, _figures(f"{value:g}", style) + " %" if lang in ("fr", "ru") else _figures(f"{value:g}", style) + "%")
    elif (
        style.get("spells") and not tell["money"] and value == int(value) and value <= 10 and len(small) >= value and small[int(value) - 1]
    ):
        text = _marked(mark, small[int(value) - 1])
    else:
        written, _ = digits(lang, value, scale=bool(style.get("scale")), money=tell["money"])
        text = _marked(mark, _figures(written, style))
        if tell["money"]:
            text = _money(data, text, scaled=value >= 1e6 and not written[-1].isdigit(), second=tell.get("second", False))
    if not tell["money"] and tell["kind"] != "percent" and not tell.get("bare"):
        big = value >= 1e6 and not digits(lang, value, scale=False)[0][-1].isdigit()
        joint = " de " if big and lang in ("es", "fr", "pt") else " "
        text += joint + noun(lang, tell["noun"], value)
    if tell["bound"] == "exact":
        return text
    return str(voice.choice(data["hedges"][tell["bound"]])).replace("{n}", text)


def _marked(mark: int, number: str) -> str:
    return f"{OPEN}{mark}{INNER}{number}{CLOSE}"


def _figures(text: str, style: dict[str, Any]) -> str:
    return text.translate(ARABIC_DIGITS) if style.get("digits") == "arabic" else text


def _money(data: dict[str, Any], text: str, *, scaled: bool, second: bool) -> str:
    money = data["money"]
    if second:
        pattern = money["second"].get("scaled" if scaled else "pattern") or money["second"]["pattern"]
    else:
        pattern = money.get("dollar_scaled" if scaled else "dollar") or money["dollar"]
    return str(pattern).replace("{q}", text)
