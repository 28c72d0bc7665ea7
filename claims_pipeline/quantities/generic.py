"""Numbers that the sentence does not count with: "one witness said", "the two met", "5 tips", "100 percent, yes"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from claims_pipeline.quantities import phrases, plurals
from claims_pipeline.quantities.attributes import Reading
from claims_pipeline.quantities.fold import fold_word
from claims_pipeline.quantities.grammar import BIT, TIME
from claims_pipeline.quantities.kind_names import title_case
from claims_pipeline.quantities.language import Language
from claims_pipeline.quantities.mention import Mention
from claims_pipeline.quantities.nouns import Noun
from claims_pipeline.quantities.view import BREAKS, COMMAS, OPEN, QUOTES, View

_DET = BIT["nouns.determiners"]
_AND, _MORE, _CHANGE, _PARTITIVE = BIT["nouns.and"], BIT["nouns.more"], BIT["measure.change"], BIT["nouns.partitive"]
_NO_NAME = phrases.STOP | BIT["nouns.determiners"] | BIT["nouns.links"] | TIME
_NOT_THINGS = BIT["nouns.persons"] | BIT["nouns.generic"] | BIT["nouns.nominal"]
_OWNED = ("'s", "’s", "s'", "s’")
_HEADS = 2
"""Words of the thing that bears the name."""
_LIST = 8
"""Tokens between two members of a list."""
_FEW = 10
_ITEMS = 101
"""Items that a list of tips or photos has at most."""


@dataclass(frozen=True, slots=True, eq=False)
class Generic:
    """The compiled keys of one language."""

    lone: int
    """Roles of nouns that even a lone "one" counts; -1 where the rule does not hold."""
    lone_after: frozenset[str]
    lone_nouns: frozenset[str]
    definite: frozenset[str]
    definite_not: frozenset[str]
    definite_not_endings: tuple[str, ...]
    certain: frozenset[str]
    listed: frozenset[str]
    listed_title: frozenset[str]
    listing: frozenset[str]
    these: frozenset[str]


@lru_cache(maxsize=64)
def generic(language: Language) -> Generic:
    section = language.section("kinds")
    idiom, other = section.get("idiom", {}), section.get("other", {})

    def folded(entries: object) -> frozenset[str]:
        return frozenset(fold_word(str(word)) for word in entries or ())  # type: ignore[attr-defined]

    lone = sum(BIT[f"nouns.{role}"] for role in idiom["lone"]) if "lone" in idiom else -1
    return Generic(
        lone,
        folded(idiom.get("lone_after")),
        folded(idiom.get("lone_nouns")),
        folded(idiom.get("definite")),
        folded(w for w in idiom.get("definite_not", ()) if not w.startswith("*")),
        tuple(fold_word(w[1:]) for w in idiom.get("definite_not", ()) if w.startswith("*")),
        folded(idiom.get("certain")),
        folded(other.get("listed")),
        folded(other.get("listed_title")),
        folded(other.get("listing")),
        folded(other.get("these")),
    )


def name(view: View) -> None:
    """Make names of the numbers that a capitalised pair in front and one thing behind give away: "the Nord Stream 2 pipeline".

    More than one of anything would be a plural, so the noun behind is of the name. Only where plurals have an ending.
    """
    if not view.grammar.plurals or not view.grammar.capitals or not view.grammar.gerunds:
        return
    for k, mention in enumerate(view.mentions):
        i = view.at[k]
        if mention.kind != "count" or mention.bound != "exact" or mention.hedge_start is not None or not mention.text.isdigit():
            continue
        if i < 2 or (mention.value or 0) <= 1 or not all(_of_name(view, j) for j in (i - 2, i - 1)):
            continue
        first, end = phrases.following(view, i + 1)
        words = range(first, end)
        if first != i + 1 or end == first or end - first > _HEADS or any(plurals.plural(view, j) or view.capital(j) for j in words):
            continue
        if any(view.roles[j] & _NOT_THINGS or j in view.triggers for j in words) or title_case(view.sentence.text):
            continue
        mention.kind, mention.is_claim = "identifier", False
        mention.rules.append("identifier.of_thing")


def _of_name(view: View, j: int) -> bool:
    touching = view.starts[j + 1] - view.ends[j] == 1
    return touching and view.is_word(j) and view.capital(j) and not view.roles[j] & _NO_NAME and not view.text(j, j + 1).endswith(_OWNED)


def drop(view: View, nouns: list[Noun], readings: list[Reading], language: Language, title: bool) -> None:
    """Take the claim from every mention that counts nothing; ``title`` says whether the sentence is a headline."""
    rules = generic(language)
    for k, mention in enumerate(view.mentions):
        if not mention.is_claim or mention.bound != "exact" or mention.hedge_start is not None or mention.value is None:
            continue
        rule = ""
        if mention.kind == "percent":
            rule = "claim.certain" if mention.value == 100 and _certain(view, k, rules) else ""
        elif mention.kind != "count" or readings[k].attribute != "other":
            continue
        elif _lone(view, k, nouns[k], rules):
            rule = "claim.lone"
        elif _definite(view, k, nouns[k], rules):
            rule = "claim.definite"
        elif _listicle(view, k, nouns[k], rules, title):
            rule = "claim.listicle"
        if rule:
            mention.is_claim = False
            mention.rules.append(rule)


def _lone(view: View, k: int, noun: Noun, rules: Generic) -> bool:
    """ "one aide told", "moved from one cage to another": some aide, some cage.

    Where others are counted beside it ("two aides and one driver"), more of something is meant ("one more day") or it is had
    ("a student with one book") the word counts.
    """
    mention, i = view.mentions[k], view.at[k]
    if rules.lone < 0 or "word.one" not in mention.rules or "word.article" in mention.rules or noun.roles & rules.lone:
        return False
    if i and (view.words[i - 1] in rules.lone_after or view.roles[i - 1] & _CHANGE):
        return False
    if i + 1 < len(view.words) and (view.roles[i + 1] & _MORE or view.words[i + 1] == "-"):
        return False  # "a one-page letter"
    if not rules.lone_nouns.isdisjoint(view.words[noun.first : noun.end]):
        return False
    return not any(_listed(view, k, other) for other in (k - 1, k + 1) if 0 <= other < len(view.mentions))


def _listed(view: View, k: int, other: int) -> bool:
    beside: Mention = view.mentions[other]
    if beside.kind != "count":
        return False
    a, b = sorted((view.at[k], view.at[other]))
    between = range(a + 1, b)
    if len(between) > _LIST or any(view.words[j] in BREAKS for j in between):
        return False
    return any(view.roles[j] & _AND or view.words[j] in COMMAS for j in between)


def _definite(view: View, k: int, noun: Noun, rules: Generic) -> bool:
    """ "the two met", "all three have done so": those named before, not counted again."""
    mention, i = view.mentions[k], view.at[k]
    if (noun.written and noun.first > i) or not i or view.words[i - 1] not in rules.definite or not 1 < (mention.value or 0) <= _FEW:
        return False
    following = i + 1
    if following == len(view.words):
        return True
    if view.words[following] in rules.definite_not or view.words[following].endswith(rules.definite_not_endings):
        return False  # "the six most populous states"
    # "the two AR-15s"
    return view.number[following] < 0 and not view.roles[following] & (_PARTITIVE | _DET) and view.words[following] != "-"


def _listicle(view: View, k: int, noun: Noun, rules: Generic, title: bool) -> bool:
    """ "5 tips", "Here are three reasons", "6 Makanan Ini": how many items the article has."""
    mention, i = view.mentions[k], view.at[k]
    if not 1 < (mention.value or 0) <= _ITEMS:
        return False
    words = set(view.words[noun.first : noun.end])
    if words & rules.listed:
        return True
    before = view.words[max(i - 1, 0) : i]
    opens = title and (not before or before[-1] in COMMAS or before[-1] in OPEN or before[-1] in BREAKS)
    opens = opens or before == [":"]  # "Read also: 5 signs ..."
    linked = view.words[i - 2 : i - 1] if i > 1 and view.roles[i - 1] & BIT["nouns.links"] else []  # "here are", "berikut adalah"
    if words & rules.listed_title and (opens or not rules.listing.isdisjoint(before + linked)):
        return True
    return title and noun.written and not rules.these.isdisjoint(view.words[noun.first : noun.end + 1])


def _certain(view: View, k: int, rules: Generic) -> bool:
    """ "100 percent sure", "Yes, 100 percent, ...": emphasis."""
    i = view.at[k]
    following = view.words[i + 1] if i + 1 < len(view.words) else "."
    if following in QUOTES and i + 2 < len(view.words) and view.words[i + 2] in rules.certain:
        return True  # «на 100 процентов» уверена
    if following in rules.certain:
        return True
    ended = following in BREAKS or following in COMMAS
    return ended and (not i or view.words[i - 1] in COMMAS or view.words[i - 1] in OPEN)
