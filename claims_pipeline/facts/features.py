"""What speaks for and against two claims being one fact: one column a part, for any list of pairs.

A differing number is no feature: a fact is a question, whatever the answer. An equal one is, only where it is
unusual. Columns are in [0, 1] or cosines in [-1, 1]; days apart are log(1 + days).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from claims_pipeline.facts.each import (
    Known,
    beside_weights,
    day_spoken_of,
    figure,
    first_names,
    groups,
    lands,
    main_claims,
    modalities,
    moving,
    name_roots,
    name_weights,
    names_known,
    nations,
    near_attributes,
    place_towns,
    places_known,
    sentence_names,
    slots,
    towns,
    vague,
    word_rows,
    word_weights,
    words_of_places,
)
from claims_pipeline.facts.events_alike import events
from claims_pipeline.facts.likeness import Likeness, cosines, one_core, pieces
from claims_pipeline.facts.numbers import SMALL, digits, nearly
from claims_pipeline.facts.overlap import common, has_any, of_articles, shared_words
from claims_pipeline.facts.siblings import rivals

if TYPE_CHECKING:
    from claims_pipeline.facts.claimset import ClaimSet

_LIST = 3
_KNOWN = 1.5  # summed weight of an article's names from which sharing none of them says something
# what a pair is sifted by: cheap, and enough to see that most pairs of one block are of two questions
BASE = (
    "focus", "noun", "context", "topics", "topics_disjoint", "names",
    "words", "noun_words", "noun_equal", "other_language",
    "attribute_same", "attribute_near", "attribute_differs", "attribute_one_unknown", "attribute_unknown",
    "family_differs", "unit_differs", "measure_differs", "past_differs", "planned_differs",
    "scope_same", "scope_differs", "place_same", "several_things_differs",
    "same_article", "same_sentence", "headline_and_text", "title", "days", "as_of_apart",
    "number_shared", "number_rare", "number_repeated", "number_rounded", "number_shifted",
)  # fmt: skip
CLOSE = (
    "covered", "covered_least", "near_names_shared", "near_names_differ", "place_unknown",
    "event", "event_differs", "focus_in_context", "focus_in_context_least", "beside", "beside_left", "beside_right",
    "momentary", "same_outlet", "as_of_differs", "scope_told_differs", "scope_one_told", "places_told",
    "main", "main_least", "main_place_same", "main_place_unknown",
    "number_small", "listed", "slot", "rival", "rival_least", "number_elsewhere",
    "rival_equal", "answers", "vague",
    "towns", "lands", "places_apart", "place_words", "happening", "happening_told", "counted", "nation",
    "undated", "scope_words", "event_named", "sentence_events",
)  # fmt: skip
NAMES = BASE + CLOSE


def features(claims: ClaimSet, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Features of the pairs (left[k], right[k]): float32 of shape (pairs, len(NAMES)), columns as in ``NAMES``.

    ``claims`` must hold every claim of the pairs' articles: a claim beside one of the two may fit the other better.
    """
    out = np.zeros((len(left), len(NAMES)), np.float32)
    with one_core():
        for some in pieces(claims, left, right):
            out[some] = rows(claims, left[some], right[some]).T
    return out


def rows(claims: ClaimSet, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The columns of ``NAMES``, one a row: float32 of shape (len(NAMES), pairs); for as many pairs as one piece holds."""
    return np.concatenate([base(claims, left, right), close(Likeness.of(claims, left, right))])


def base(claims: ClaimSet, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The columns of ``BASE``, one a row: float32 of shape (len(BASE), pairs)."""
    found = {**_texts(claims, left, right), **_parts(claims, left, right), **_times(claims, left, right)}
    # a shared number speaks only where event and thing allow it: Rp15.000 of 1998 and of 2019 are two rates
    event = np.clip((np.maximum(found["context"], 1.5 * found["topics"]) - 0.1) / 0.35, 0, 1) * (1 - found["topics_disjoint"])
    thing = np.clip((np.maximum.reduce([found["noun"], found["focus"], found["noun_words"]]) - 0.2) / 0.4, 0, 1)
    for name in ("number_shared", "number_rare", "number_rounded", "number_shifted"):
        found[name] = found[name] * event * thing
    return _stacked(found, BASE)


def close(like: Likeness) -> np.ndarray:
    """The columns of ``CLOSE``, one a row, for pairs that the base does not rule out."""
    c, i, j = like.claims, like.away, like.home
    found = {
        **events(like),
        **_covered(c, i, j),
        **_mains(c, i, j),
        **_main_places(c, i, j),
        **_where(c, i, j),
        **_beside(c, i, j),
        **_told(c, i, j),
        **rivals(like),
    }
    return _stacked(found, CLOSE)


def _stacked(found: dict[str, Any], names: tuple[str, ...]) -> np.ndarray:
    out = np.empty((len(names), len(found[names[0]])), np.float32)
    for row, name in zip(out, names, strict=True):
        row[:] = found[name]
    return out


def _covered(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> dict[str, Any]:
    """How far the names of each sentence, and the places of the claims, are known to the other claim's sentence and article."""
    (name_sum, near_sum, _), known, names, in_clause = name_weights(c), names_known(c), sentence_names(c), name_roots(c)[1]
    cover = tuple(
        (common(names, known.article, a, c.topic[b]) + common(names, known.own, a, b) + 0.3) / (name_sum[a] + 0.3)
        for a, b in ((i, j), (j, i))
    )
    near_shared = common(in_clause, in_clause, i, j)
    return {
        "covered": (cover[0] + cover[1]) / 2,
        "covered_least": np.minimum(*cover),
        "near_names_shared": near_shared > 0,
        # "Brent rose 15 %, WTI 14 %": both articles know both names, but each number stands beside its own
        "near_names_differ": (near_sum[i] > 0) & (near_sum[j] > 0) & (near_shared == 0),
        # "Abqaiq" and "Saudi Arabia" are no two places where each article knows both
        "place_unknown": _unknown(c, i, j) + _unknown(c, j, i),
    }


def _mains(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> dict[str, Any]:
    """How much of the first names of one article the other knows, by weight: the town of the event stands among them."""
    (mains, total), known = first_names(c), names_known(c)
    sides = []
    for a, b in ((i, j), (j, i)):
        shared = of_articles(c, mains, known.article, a, b) + common(mains, known.own, c.topic[a], b)
        whole = total[c.topic[a]]
        sides.append(np.where(whole > 0, shared / np.maximum(whole, 1e-6), 0.5))
    one, other = sides
    return {"main": (one + other) / 2, "main_least": np.minimum(one, other)}


def _main_places(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> dict[str, Any]:
    """The place that most claims of an article have: the same in both, or unknown to the other article."""
    main = main_claims(c)
    a, b = main[c.article[i]], main[c.article[j]]
    both = (a >= 0) & (b >= 0) & (c.article[i] != c.article[j])
    a, b = np.maximum(a, 0), np.maximum(b, 0)
    (words, _) = words_of_places(c)
    same = both.copy()
    same[both] = common(words, words, a[both], b[both]) > 0
    asked = np.flatnonzero(both & ~same)
    unknown = np.zeros(len(i), np.float32)
    for own, other in ((a, j), (b, i)):
        unknown[asked] += ~_place_known(c, own[asked], other[asked])
    return {"main_place_same": same, "main_place_unknown": unknown}


def _where(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> dict[str, Any]:
    """Whether each article knows where the other one plays, and whether the places of the claims are two."""
    (town, land) = place_towns(c)
    apart = [has_any(rows, i) & has_any(rows, j) & ~(common(rows, rows, i, j) > 0) for rows in (town, land)]
    return {
        "towns": _known(c, *towns(c), i, j),
        "lands": _known(c, *lands(c), i, j),
        "places_apart": apart[0] | apart[1],
        "place_words": _place_words(c, i, j),
        "nation": _nations(c, i, j),
    }


def _nations(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> np.ndarray:
    """1 where both count the people of one country, -1 of two; where one does, 0.5 if the other plays there and -1 if it plays
    elsewhere, or the people are strangers where they were: one Russian of the dead of a town. 0 where nothing is known."""
    rows, strangers = nations(c)
    (_, land) = place_towns(c)
    a, b = c.nation[i], c.nation[j]
    at_home = common(rows, land, i, j) + common(rows, land, j, i) > 0
    away = np.where(a >= 0, strangers[i] | has_any(land, j), strangers[j] | has_any(land, i))
    one = np.where(at_home, 0.5, np.where(away, -1.0, 0.0))
    return np.where((a >= 0) & (b >= 0), np.where(a == b, 1.0, -1.0), np.where((a >= 0) | (b >= 0), one, 0.0))


def _place_words(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> np.ndarray:
    """Of the places of two claims 1 where they have the same words, 0.5 where one has more, -1 where each has a word of its own
    beside those they share (West and Central Kalimantan, in one language), -0.5 where they share none, 0 where a place may lie in
    the other: a country, or none told."""
    words, country = words_of_places(c)
    count = np.diff(words.indptr)
    shared = common(words, words, i, j)
    least, most = np.minimum(count[i], count[j]), np.maximum(count[i], count[j])
    own = np.where(c.lang[i] == c.lang[j], -1.0, 0.0)
    beside = np.where(shared == most, 1.0, np.where(shared == least, 0.5, own))
    return np.where(least == 0, 0.0, np.where(shared > 0, beside, np.where(country[i] != country[j], 0.0, -0.5)))


def _known(c: ClaimSet, first: Any, told: Known, i: np.ndarray, j: np.ndarray) -> np.ndarray:
    """1 where each names one of the other's first, 0.5 where one does, -1 where neither does; 0 where one names none at all.

    One that names none for sure may still know the other's, by a spelling that may be any word: 0.5.
    """
    known = np.zeros(len(i), np.float32)
    for a, b in ((i, j), (j, i)):
        known += (of_articles(c, first, told.article, a, b) > 0) | (common(first, told.own, c.topic[a], b) > 0)
    return np.where(known > 0, known / 2, np.where(has_any(first, c.topic[i]) & has_any(first, c.topic[j]), -1.0, 0.0))


def _beside(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> dict[str, Any]:
    """Shared weight of the words right beside the numbers, in their joint weight; the middle across languages."""
    one_language = c.lang[i] == c.lang[j]
    weight, totals = c.word_weight + 0.05, beside_weights(c)
    sums, shared = [], []
    for rows, total in zip(word_rows(c)[2:], totals, strict=True):
        sums.append(total[i] + total[j])
        shared.append(shared_words(rows, weight, one_language, i, j))
    left, right = (
        np.where(one_language & (total > 0), both / np.maximum(total - both, 1e-6), 0.25) for total, both in zip(sums, shared, strict=True)
    )
    total, both = sums[0] + sums[1], shared[0] + shared[1]
    joint = np.where(one_language & (total > 0), both / np.maximum(total - both, 1e-6), 0.25)
    return {"beside": joint, "beside_left": left, "beside_right": right}


def _told(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> dict[str, Any]:
    moment = moving(c)
    said = ~np.isnan(c.as_of[i]) & ~np.isnan(c.as_of[j])
    scoped = (c.scope_told[i] >= 0, c.scope_told[j] >= 0)
    number = figure(c)
    count, slot = slots(c)
    lists = (count[i] == count[j]) & (count[i] > 1) & (c.article[i] != c.article[j])
    return {
        # a level, a price, a share holds for a moment; a count of people lasts
        "momentary": moment[i] & moment[j],
        "same_outlet": (c.outlet[i] == c.outlet[j]) & (c.article[i] != c.article[j]),
        "as_of_differs": said & (c.as_of[i] != c.as_of[j]),
        "scope_told_differs": scoped[0] & scoped[1] & (c.scope_told[i] != c.scope_told[j]),
        "scope_one_told": scoped[0] != scoped[1],
        "places_told": (c.place[i] >= 0).astype(np.float32) + (c.place[j] >= 0),
        # of two articles without a date nobody knows that they are of one week
        "undated": np.isnan(c.day[i]).astype(np.float32) + np.isnan(c.day[j]),
        "scope_words": _scope_words(c, i, j),
        "vague": vague(c)[i].astype(np.float32) + vague(c)[j],
        "number_small": ~(np.maximum(number[i], number[j]) > SMALL),
        "listed": np.minimum(count[i], count[j]) >= _LIST,
        "counted": _groups(c, i, j),
        # two outlets that give one list give it in one order
        "slot": np.where(lists, np.where(slot[i] == slot[j], 1.0, -1.0), 0.0),
    }


def _groups(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> np.ndarray:
    """1 where one group is counted, -1 where one of two groups is never told as another, -0.75 where they are two callings,
    -0.5 of others, 0 where one is unknown."""
    one, other = c.counted_apart[i], c.counted_apart[j]
    apart = np.where(np.maximum(one, other) == 2, -1.0, np.where((one == 1) & (other == 1), -0.75, -0.5))
    return np.where((c.counted[i] >= 0) & (c.counted[j] >= 0), np.where(c.counted[i] == c.counted[j], 1.0, apart), 0.0)


def _scope_words(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> np.ndarray:
    """Of the groups that two claims of one language count 1 where they have the same words, 0.5 where one has more ("suspects",
    "wildfire suspects"), -0.5 where each has a word of its own beside those they share, -1 where they share none; 0 where one
    tells none, or in two languages."""
    words, count = groups(c)
    shared = common(words, words, i, j)
    least, most = np.minimum(count[i], count[j]), np.maximum(count[i], count[j])
    told = np.where(shared == 0, -1.0, np.where(shared == most, 1.0, np.where(shared == least, 0.5, -0.5)))
    return np.where((least > 0) & (c.lang[i] == c.lang[j]), told, 0.0)


def _texts(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> dict[str, Any]:
    (name_sum, _, topic_sum), (word_sum, noun_sum) = name_weights(c), word_weights(c)
    in_sentence, _, in_article = name_roots(c)
    topics = of_articles(c, in_article, in_article, i, j)
    one_language = c.lang[i] == c.lang[j]
    both_nouns = one_language & (noun_sum[i] > 0) & (noun_sum[j] > 0)
    in_words, in_nouns = word_rows(c)[:2]
    words = shared_words(in_words, c.word_weight, one_language, i, j) / np.maximum(np.sqrt(word_sum[i] * word_sum[j]), 1e-6)
    nouns = shared_words(in_nouns, c.word_weight, both_nouns, i, j) / np.maximum(np.sqrt(noun_sum[i] * noun_sum[j]), 1e-6)
    return {
        "focus": cosines(c.focus, i, j),
        "noun": cosines(c.noun_text, i, j),
        "context": cosines(c.context, i, j),
        "topics": topics / np.maximum(np.sqrt(topic_sum[i] * topic_sum[j]), 1e-6),
        "topics_disjoint": ((topics == 0) & (topic_sum[i] > _KNOWN) & (topic_sum[j] > _KNOWN)).astype(np.float32),
        "names": common(in_sentence, in_sentence, i, j) / np.maximum(np.sqrt(name_sum[i] * name_sum[j]), 0.3),
        # words of two languages cannot be compared: the middle says neither yes nor no
        "words": np.where(one_language, words, 0.15),
        "noun_words": np.where(both_nouns, nouns, 0.35),
        "noun_equal": (c.noun[i] == c.noun[j]) & (c.noun[i] >= 0),
        "other_language": ~one_language,
    }


def _parts(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> dict[str, Any]:
    other = c.codes["attribute"].get("other", -2)
    a, b = c.attribute[i], c.attribute[j]
    unknown = (a == other).astype(int) + (b == other)
    near = near_attributes(c)[a, b]
    unsure, number = vague(c), figure(c)[i]
    rounded, shifted = nearly(number, figure(c)[j])
    sure = ~unsure[i] & ~unsure[j]
    equal = ((c.low[i] == c.low[j]) | (c.high[i] == c.high[j])) & ~unsure[i] & ~unsure[j]
    sharing = equal & (number > 12)
    past, planned = modalities(c)
    scoped, placed = (c.scope[i] >= 0, c.scope[j] >= 0), (c.place[i] >= 0, c.place[j] >= 0)
    units = (c.unit[i] >= 0) & (c.unit[j] >= 0)
    return {
        "attribute_same": (a == b) & (unknown == 0),
        "attribute_near": near & (a != b),
        "attribute_differs": ~near & (a != b) & (unknown == 0),
        "attribute_one_unknown": unknown == 1,
        "attribute_unknown": unknown == 2,
        "family_differs": c.family[i] != c.family[j],
        "unit_differs": units & (c.unit[i] != c.unit[j]),
        "measure_differs": c.measure[i] != c.measure[j],
        "past_differs": past[i] != past[j],
        "planned_differs": planned[i] != planned[j],
        "scope_same": scoped[0] & (c.scope[i] == c.scope[j]),
        "scope_differs": (scoped[0] | scoped[1]) & (c.scope[i] != c.scope[j]),
        "place_same": placed[0] & placed[1] & (common(words_of_places(c)[0], words_of_places(c)[0], i, j) > 0),
        "several_things_differs": c.several[i] != c.several[j],
        "headline_and_text": (c.article[i] == c.article[j]) & (c.title[i] != c.title[j]),
        "same_article": c.article[i] == c.article[j],
        "same_sentence": c.sentence[i] == c.sentence[j],
        "title": c.title[i] | c.title[j],
        "number_shared": sharing,
        # one article that says "two" twice of like things says it of the same things; two articles may not
        "number_repeated": equal & (c.article[i] == c.article[j]),
        "number_rare": np.where(sharing, np.clip(digits(number) - 1, 0, 3) / 3, 0.0),
        "number_rounded": np.where(sure & ~equal, rounded, 0.0),
        "number_shifted": np.where(sure & ~equal, shifted, 0.0),
    }


def _unknown(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> np.ndarray:
    """Claim i has a place that neither the sentence, the article nor the place of claim j names."""
    known = places_known(c)
    out = (c.place[i] >= 0) & (has_any(known.own, j) | has_any(known.article, c.topic[j]))
    asked = np.flatnonzero(out)
    out[asked] = ~_place_known(c, i[asked], j[asked])
    return out


def _place_known(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> np.ndarray:
    """Whether claim j, its article or its place names the place of claim i."""
    (words, _), known = words_of_places(c), places_known(c)
    return (common(words, known.article, i, c.topic[j]) > 0) | (common(words, known.own, i, j) > 0)


def _times(c: ClaimSet, i: np.ndarray, j: np.ndarray) -> dict[str, Any]:
    days = np.log1p(np.abs(c.day[i] - c.day[j]))
    # "49 died in Orlando last year" speaks of another day than its article: held against the day of the other claim
    said = ~(np.isnan(c.as_of[i]) & np.isnan(c.as_of[j]))
    speaks = day_spoken_of(c)
    apart = np.where(said, np.log1p(np.abs(speaks[i] - speaks[j])), 0.0)
    return {
        "days": np.where(np.isnan(days), np.float32(1.5), days),
        "as_of_apart": np.nan_to_num(np.minimum(apart, 8.0), nan=0.0),
    }
