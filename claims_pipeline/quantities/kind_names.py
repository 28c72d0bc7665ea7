"""Numbers that are part of a name: "Route 91", "FreeBuds 6", "Pasal 278 dan 279", "Three Mile Island"."""

from __future__ import annotations

import re

from claims_pipeline.quantities.kind_cues import Kinds
from claims_pipeline.quantities.lexicon import LETTER
from claims_pipeline.quantities.mention import Draft

_NEXT = 40
"""Characters in which the word behind a number ends."""


_MAKERS = (
    "Airbus|Apple|Asus|Audi|BMW|Boeing|Bombardier|Canon|Cessna|Chevrolet|Daihatsu|Ducati|Ferrari|Fiat|Ford|Honda|Huawei|Hyundai|Isuzu|"
    "Kawasaki|Kia|Lamborghini|Lenovo|Lexus|Mazda|McLaren|Mercedes|Mitsubishi|Motorola|Nikon|Nissan|Nokia|Oppo|Peugeot|Porsche|Realme|"
    "Renault|Samsung|Sony|Subaru|Suzuki|Tesla|Toyota|Triumph|Vespa|Vivo|Volkswagen|Volvo|Wuling|Xiaomi|Yamaha"
)
"""Makers of cars, aircraft and devices, written so in every language; many of their models are words with a number."""
_MAKER = re.compile(rf"(?<![^\W_])(?:{_MAKERS})(?: [A-Z][\w-]*){{1,3}} $")
_SMALLEST_MODEL = 50
"""Below it the number behind a maker's name may count ("Honda Indonesia 3 pabrik")."""


def model_of_maker(mention: Draft, raw: str, low: str, rules: Kinds) -> bool:
    """ "Yamaha Gear 125 Jadi Favorit": the model of a maker named in front, in headlines too, where every word has a capital."""
    if mention.value is None or mention.value < _SMALLEST_MODEL or mention.hedge_start is not None:
        return False
    if _MAKER.search(raw, max(0, mention.start - 60), mention.start) is None:
        return False
    behind = rules.next_word.match(low, mention.end)
    plural = behind is not None and bool(rules.plurals) and behind.group(1).endswith(rules.plurals)
    return not plural and rules.count_after.match(low, mention.end) is None


def noun_behind(mention: Draft, low: str, rules: Kinds) -> bool:
    m = rules.next_word.match(low, mention.end)
    if m is None or m.group(1) in rules.function:
        return False
    head, _, tail = m.group(1).partition("-")
    return not (tail.isdigit() and head in rules.function)  # Hebrew "5, 7 ו-9"


def capital_inside(mention: Draft, raw: str) -> bool:
    """ "Ground Zero", "Three Mile Island" inside a sentence: number words take a capital only as part of a name."""
    at = mention.start
    if not raw[at].isupper() or raw[at : at + 3].isupper() or at < 2 or raw[at - 1] != " ":
        return False
    return raw[at - 2].isalnum() or raw[at - 2] == ","


def goes_on(name: Draft, mention: Draft, low: str, rules: Kinds) -> bool:
    """ "iPhone 11 Pro and 11 Pro Max", "Pasal 5 dan 6": a list of names whose word stands once."""
    gap = low[name.end : mention.start]
    return (
        len(gap) < 24
        and re.fullmatch(rf"\)?(?: {LETTER}+){{0,1}}(?:,(?: {LETTER}{{1,4}})?| ?&| {LETTER}{{1,4}}) ?\(?", gap) is not None
        and (not noun_behind(mention, low, rules) or mention.value == name.value or _next(name, mention, low, rules))
    )


def _next(name: Draft, mention: Draft, low: str, rules: Kinds) -> bool:
    """ "Pasal 278 dan 279 draf": the number after that of the name, in front of no noun that is often counted."""
    step = (mention.value or 0) - (name.value or 0)
    return "digits" in mention.rules and 0 < step <= 3 and rules.count_after.match(low, mention.end) is None


def part_of_name(mention: Draft, raw: str, rules: Kinds, titled: bool) -> bool:
    """ "Route 91 was", "Big 12", "Super 100 itu": a capitalised word in front, no noun of its own behind.

    Where every word has a capital only a short one in nothing but capitals names ("Pesawat CN 295 untuk"), and "iPhone" does anywhere.
    """
    if mention.value is None or mention.start < 2 or raw[mention.start - 1] != " ":
        return False
    word = re.compile(r"(?:^|[\s(\"'])([^\W\d_][\w'&-]*) $").search(raw, max(0, mention.start - 40), mention.start)
    article = word is not None and word.group(1) == "The" and word.start(1) > 1 and raw[word.start(1) - 2].islower() and not titled
    if article and re.match(r" [A-Z][a-z]", raw[mention.end :]):
        return True  # "told The 700 Club"
    inner = word is not None and any(map(str.isupper, word.group(1)[1:])) and not word.group(1).isupper()
    if (
        word is None
        or not (word.group(1)[0].isupper() or inner)
        or word.group(1).lower() in rules.function
        or word.group(1).endswith(("'s", "s'"))
    ):
        return False
    if word.group(1).lower() in rules.places:
        return False  # "Spain had 182 and France 89"
    if word.start(1) == 0 and not word.group(1)[1:].isupper():
        return False
    if titled and not inner and not (word.group(1).isupper() and 2 <= len(word.group(1)) <= 4 and not raw.isupper()):
        return False
    following = raw[mention.end : mention.end + 2]
    if re.match(r"[-%/]", following) or following[:1].isalpha():
        return False
    if inner and not rules.count_after.match(raw[mention.end : mention.end + _NEXT].lower()):
        return True  # "FreeBuds 6 mampu", "iQoo 10 Siap"
    m = rules.next_word.match(raw, mention.end)
    if m is None or (m.group(1)[0].isupper() and not titled) or m.group(1).lower() in rules.function:
        return True
    return bool(rules.verb_prefix) and len(m.group(1)) >= 8 and m.group(1).startswith(rules.verb_prefix)


def title_case(raw: str) -> bool:
    """A headline in Which Most Words Begin With a Capital: there a capital says nothing."""
    heads = re.findall(r"\b[^\W\d_](?=[^\W\d_]{2})", raw)
    share = 0.75 if raw.rstrip(" ,\"'”’)").endswith(".") else 0.6  # a headline has no full stop; a sentence full of names has
    return len(heads) >= 4 and sum(map(str.isupper, heads)) > share * len(heads)
