"""From numbers to claims: what is counted, what happened to it, total or change, said by whom, of whom, where, when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from claims_pipeline.quantities import as_of as dates
from claims_pipeline.quantities import attribution, generic, place, roles, scope, speech
from claims_pipeline.quantities.attributes import Reading, attribute_of
from claims_pipeline.quantities.days import Day, days
from claims_pipeline.quantities.elided import counter_only, elided_noun, rated, subject
from claims_pipeline.quantities.grammar import BIT, grammar
from claims_pipeline.quantities.language import Language
from claims_pipeline.quantities.measure import measure_of
from claims_pipeline.quantities.mention import Mention
from claims_pipeline.quantities.modality import found_out, modality_of
from claims_pipeline.quantities.nouns import Noun, written_noun
from claims_pipeline.quantities.sentences import Sentence
from claims_pipeline.quantities.view import BREAKS, COMMAS, View, look
from claims_pipeline.records import Quantity

_ANAPHORA = BIT["nouns.anaphora"]
_BACK = 5
"""Tokens from "of them" to its number."""
_LONG, _AROUND = 4000, 300
"""Characters of a sentence whose masks are cut, and of each side that is kept."""
_TOTAL = BIT["measure.total"]
_UNWRITTEN = Noun(0, 0, "", "")


@dataclass(slots=True)
class Context:
    """What surrounds a sentence; every field may be unknown."""

    title: str = ""
    published_at: datetime | None = None
    dateline_place: str | None = None
    previous: str = ""
    """The sentence before."""
    entry: date | None = None
    """The end of the year that the sentence belongs to as part of a chronology."""
    listed: bool = False
    """That chronology has entries of several years."""
    field: str = "text"
    storms: frozenset[str] = frozenset()
    """Names of storms in the article."""
    counted: tuple[str, int, str] | None = None
    """Noun, its roles and attribute of the last count in the sentences before."""
    spoken: tuple[str, str] = ("", "")
    """The last sentence that inherited its speaker, and that speaker."""


def describe(sentence: Sentence, mentions: list[Mention], language: Language, context: Context) -> list[Quantity]:
    """One Quantity per mention, in order of place. A mention may lose its claim when its noun makes it an idiom ("two sides").

    ``mentions`` hold every number of ``sentence``, claims or not, without overlaps; offsets count in the whole field.
    """
    mentions = sorted(mentions, key=lambda m: m.start)
    masks = _masks(sentence, mentions)
    if not any(m.is_claim or m.kind == "count" for m in mentions):
        return [_quantity(sentence, m, "", masks[k], language, context) for k, m in enumerate(mentions)]
    view = look(sentence, mentions, grammar(language))
    _drop_idioms(view)
    generic.name(view)
    nouns, readings = _read(view, context)
    generic.drop(view, nouns, readings, language, title=context.field == "title" or sentence.text == context.title)
    published = context.published_at.date() if context.published_at else None
    said = attribution.sayings(view)
    if not said and (speaker := speech.carried(view, context.previous, context.spoken)):
        context.spoken = (sentence.text, speaker)
    spans = place.located(view, place.places(view, context.storms), nouns)
    if context.entry is not None and published is not None and context.entry >= published:
        context.entry = None  # of the year that is running: the dates of the entry are those of any sentence
    found = days(view, published, context.entry)
    quantities: list[Quantity] = []
    for k, mention in enumerate(mentions):
        quantity = _quantity(sentence, mention, nouns[k].text, masks[k], language, context)
        if not mention.is_claim and mention.kind == "count" and not quantity.noun:
            quantity.noun = written_noun(view, k).text  # "one of the best screens": no claim, but a count of screens
        if mention.is_claim:
            _fill(view, k, nouns[k], readings[k], quantity, said, spans, found, published, context, quantities)
        quantities.append(quantity)
    last = next((k for k, m in enumerate(mentions) if m.is_claim and m.kind == "count" and nouns[k].text), -1)
    context.counted = (nouns[last].text, nouns[last].roles, readings[last].attribute) if last >= 0 else None
    return quantities


def _drop_idioms(view: View) -> None:
    """Generic uses that only the noun gives away; the phrase begins at the number: "two sides", "one thing"."""
    if not view.grammar.idioms:
        return
    text = view.sentence.text.lower()
    for mention in view.mentions:
        if mention.is_claim and text.startswith(view.grammar.idioms, mention.start - view.sentence.start):
            mention.is_claim = False
            mention.rules.append("claim.idiom")


def _read(view: View, context: Context) -> tuple[list[Noun], list[Reading]]:
    nouns = [written_noun(view, k) if m.is_claim else _UNWRITTEN for k, m in enumerate(view.mentions)]
    wholes = {view.number[t] for noun in nouns for t in range(*noun.whole) if view.number[t] >= 0}
    readings: list[Reading] = []
    for k, mention in enumerate(view.mentions):
        if not mention.is_claim:
            readings.append(Reading("other", ""))
            continue
        reading = attribute_of(view, k, nouns[k], whole=k in wholes)
        if reading.attribute == "other" and reading.rule == "attribute.none":
            reading = (
                _inherited(view, k, nouns, readings)
                or _summed(view, k, nouns[k], readings)
                or _told_elsewhere(view, k, nouns[k], context)
                or reading
            )
        readings.append(reading)
        if mention.value == 1 and (_pronoun(view, k, nouns[k], reading) or _article(view, k, nouns[k], reading)):
            mention.is_claim = False
            mention.rules.append("claim.pronoun")
            nouns[k] = _UNWRITTEN
            continue
        if mention.value == 1 and mention.kind == "count" and "word.one" in mention.rules and (k in wholes or _owner(view, k, nouns)):
            mention.is_claim = False  # "seven members of one family": the family is not counted
            mention.rules.append("claim.whole")
        if mention.kind == "rate" and (mention.unit or "").startswith("per ") and (of := rated(view, k, nouns)) is not None:
            nouns[k], mention.unit = of, f"{of.text} {mention.unit}"
        if reading.attribute == "other" and counter_only(view, nouns[k]):
            nouns[k] = subject(view, k, nouns[k])
        if not nouns[k].text or nouns[k].rule == "noun.sign":
            elided = elided_noun(view, k, nouns, reading.attribute, reading.toll)
            if (
                (not elided.text or elided.rule in ("noun.subject", "noun.people"))
                and context.counted is not None
                and _points_back(view, k)
            ):
                elided = Noun(view.at[k], view.at[k], context.counted[0], "noun.sentence_before", roles=context.counted[1])
                if reading.attribute == "other" and reading.rule == "attribute.none":
                    readings[k] = Reading(context.counted[2], "attribute.sentence_before")
            nouns[k] = elided if elided.text else nouns[k]
            if elided.rule == "noun.level" and elided.roles & BIT["measure.points"]:
                mention.unit = mention.unit or "point"
        if (named := roles.named(view, k, nouns[k], readings[k])) is not None:
            nouns[k], readings[k] = named
    for k, noun in enumerate(nouns):
        if noun.shared_with > k:
            noun.role = nouns[noun.shared_with].role
        if noun.shared_with > k and readings[k].attribute == "other":
            readings[k] = readings[noun.shared_with]  # "hundreds, if not thousands, of deaths"
    return nouns, readings


def _pronoun(view: View, k: int, noun: Noun, reading: Reading) -> bool:
    """ "a public crisis and an economic one", "one we will meet": the word for 1 without a noun counts nothing."""
    mention = view.mentions[k]
    bare = mention.kind == "count" and mention.bound == "exact" and not any(c.isdigit() for c in mention.text)
    changed = view.at[k] > 0 and bool(view.roles[view.at[k] - 1] & BIT["measure.change"])  # "bertambah satu menjadi lima"
    return bare and not noun.written and reading.attribute == "other" and not changed and not scope.among(view, k)


def _owner(view: View, k: int, nouns: list[Noun]) -> bool:
    """The one thing stands inside the noun of the figure before: "seven members of one family"."""
    i = view.at[k] - 1
    return k > 0 and nouns[k - 1].written and nouns[k - 1].end == i and bool(view.roles[i] & (BIT["nouns.join"] | BIT["nouns.partitive"]))


def _article(view: View, k: int, noun: Noun, reading: Reading) -> bool:
    """ "ein Mann", "một trận động đất": the word for 1 is the article, unless the sentence counts who was hit ("eine Person starb")."""
    mention = view.mentions[k]
    if "word.person" in mention.rules:  # "un manifestante murió y 20 resultaron heridos", but "un hombre fue detenido" counts nobody
        return reading.attribute not in view.grammar.human or not _beside(view, k)
    if "word.article" not in mention.rules or mention.kind not in ("count", "rate", "measure") or "bound.stated" in mention.rules:
        return False
    if mention.bound == "at_least":
        return False
    if view.at[k] and view.roles[view.at[k] - 1] & BIT["attribution.verbs_first"]:
        return True  # "tutur seorang warga di posko" quotes somebody
    following = max(noun.end, view.at[k] + 1)
    counter = all(view.roles[j] & BIT["nouns.classifiers"] for j in range(noun.first, noun.end))
    if (not noun.written or counter) and following < len(view.words) and view.number[following] >= 0:
        return True  # "ein 32-jähriger Mann", "一名35岁男子"
    if reading.attribute not in view.grammar.human:
        return True
    return noun.written and not scope.anyone(view, noun) and not (noun.roles & BIT["nouns.persons"] and _beside(view, k))


def _beside(view: View, k: int) -> bool:
    """Another figure stands beside that of mention ``k``: "一名女子死亡，14人受伤" counts the one woman too."""
    return any(m.is_claim and m.kind == "count" and "word.article" not in m.rules for m in view.mentions[max(k - 2, 0) : k + 3])


def _summed(view: View, k: int, noun: Noun, readings: list[Reading]) -> Reading | None:
    """ "arrested another 12 men, bringing the total to 41": the sum has the attribute of what it sums."""
    earlier = next((j for j in range(k - 1, max(k - 3, -1), -1) if view.mentions[j].is_claim), -1)
    if earlier < 0 or noun.written or readings[earlier].attribute not in view.grammar.human:
        return None
    between = range(view.at[earlier] + 1, view.at[k])
    if any(view.words[j] in BREAKS for j in between) or not any(view.roles[j] & _TOTAL for j in between):
        return None
    return Reading(readings[earlier].attribute, "attribute.total")


def _inherited(view: View, k: int, nouns: list[Noun], readings: list[Reading]) -> Reading | None:
    """A part has the attribute of the number that it is a part of ("16,248, including 7,112 children")."""
    mention = view.mentions[k]
    listed = k and mention.group is not None and mention.group == view.mentions[k - 1].group
    if (
        listed
        and nouns[k - 1].written
        and nouns[k - 1].rule != "noun.toll"
        and nouns[k].written
        and readings[k - 1].rule in ("attribute.toll", "attribute.part")
    ):
        return Reading(readings[k - 1].attribute, "attribute.part")  # "the dead were 7 men and one woman"
    i = view.at[k]
    broken_down = k and i and view.words[i - 1] == ":" and i - view.at[k - 1] <= 4  # "86 morts: 61 civils, 20 soldats"
    back = any(view.roles[j] & _ANAPHORA for j in range(max(i - 2, 0), min(i + 3, len(view.words))))  # "more than half of them in Aceh"
    if not broken_down and not back and not scope.among(view, k) and not _of_whole(view, k):
        return None
    for earlier in range(k - 1, max(k - 8, -1), -1):
        counts = view.mentions[earlier].kind == "count" or not back
        if counts and view.mentions[earlier].is_claim and readings[earlier].attribute in view.grammar.human:
            return Reading(readings[earlier].attribute, "attribute.part")
    return None


def _of_whole(view: View, k: int) -> bool:
    """ "Of the 12 dead, four were children": the clause opens with the whole, and the next figure is its part."""
    if not k:
        return False
    whole = view.at[k - 1]
    opener = next((j for j in range(whole - 1, max(whole - 4, -1), -1) if view.roles[j] & BIT["nouns.partitive"]), -1)
    if opener < 0 or (opener and view.words[opener - 1] not in COMMAS and view.words[opener - 1] not in BREAKS):
        return False
    return view.words[view.at[k] - 1] == "," and view.at[k] - whole <= _BACK


def _points_back(view: View, k: int) -> bool:
    """ "Of them, five ...", "Dari jumlah itu, 12 ...", "five of them": the counted thing is that of the sentence before."""
    i = view.at[k]
    if any(view.number[j] >= 0 and view.mentions[view.number[j]].is_claim for j in range(max(i - _BACK, 0), i)):
        return False
    return any(view.roles[j] & _ANAPHORA for j in range(max(i - _BACK, 0), min(i + 2, len(view.words))))


def _told_elsewhere(view: View, k: int, noun: Noun, context: Context) -> Reading | None:
    """ "Eight Russians are believed to be among them": what befell the group is said later in the sentence or in the one before."""
    if view.mentions[k].kind != "count" or not scope.points_back(view, k, noun):
        return None
    human = view.grammar.human
    for hit in view.near("attribute", view.at[k]):
        if hit.first >= noun.end and hit.label.name in human and hit.label.mode in ("noun", "state", "after", "both"):
            return Reading(hit.label.name, "attribute.among", hit.first)
    if not context.previous:
        return None
    before = look(Sentence(0, len(context.previous), context.previous), [], view.grammar)
    named = [hit for hit in before.hits.get("attribute", ()) if hit.label.name in human and hit.label.mode in ("noun", "state")]
    return Reading(named[-1].label.name, "attribute.previous_sentence") if named else None


def _masks(sentence: Sentence, mentions: list[Mention]) -> list[str]:
    """The sentence once for each mention, every number "#" and its own "##"."""
    text, base = sentence.text, sentence.start
    if len(text) > _LONG and len(mentions) > 1:
        return [_window(sentence, mentions, k) for k in range(len(mentions))]
    pieces: list[str] = []
    at = 0
    for mention in mentions:
        pieces.append(text[at : mention.start - base])
        at = mention.end - base
    pieces.append(text[at:])
    before, masks = "", []
    for k in range(len(mentions)):
        before += pieces[k]
        masks.append(before + "##" + "#".join(pieces[k + 1 :]))
        before += "#"
    return masks


def _window(sentence: Sentence, mentions: list[Mention], k: int) -> str:
    """The mask of a mention in a sentence beyond all measure (a table, a page without stops): its surroundings only."""
    base, own = sentence.start, mentions[k]
    low, high = max(own.start - base - _AROUND, 0), min(own.end - base + _AROUND, len(sentence.text))
    mask, at = "", low
    for other in mentions[max(k - _AROUND, 0) : k + _AROUND]:
        if other.start - base >= at and other.end - base <= high:
            mask += sentence.text[at : other.start - base] + ("##" if other is own else "#")
            at = other.end - base
    return mask + sentence.text[at:high]


def _quantity(sentence: Sentence, mention: Mention, noun: str, mask: str, language: Language, context: Context) -> Quantity:
    return Quantity(
        start=mention.start,
        end=mention.end,
        text=mention.text,
        value=mention.value,
        low=mention.low,
        high=mention.high,
        bound=mention.bound,
        kind=mention.kind,
        is_claim=mention.is_claim,
        noun=noun,
        unit=mention.unit,
        sentence=sentence.text,
        sentence_start=sentence.start,
        masked=mask,
        lang=language.code,
        field=context.field,
        rules=tuple(mention.rules),
    )


def _fill(
    view: View, k: int, noun: Noun, reading: Reading, quantity: Quantity, said: list[attribution.Saying],
    spans: list[place.Place], found: list[Day], published: date | None, context: Context, before: list[Quantity],
) -> None:  # fmt: skip
    quantity.attribute = reading.attribute
    quantity.measure, measure_rule = measure_of(view, k, noun, before[-1].measure if before else "", reading.attribute)
    if quantity.measure == "rate" and reading.attribute == "fired":
        quantity.attribute = "other"  # what a rifle can fire in a minute was fired by nobody
    day, date_rule = dates.as_of(view, k, found, reading.trigger)
    if day is None and context.entry is not None:
        day, date_rule = Day(0, context.entry, False, 0), "as_of.entry"
    quantity.as_of = day.day if day is not None else None
    opening = date_rule in ("as_of.opening", "as_of.entry")
    earlier = day is not None and dates.earlier(view, day, published, reading.attribute != "other", opening)
    # "2018: quakes on Lombok killed 500" closes a list of older ones: it is no news of the day, of whatever year
    earlier = (earlier and (opening or not found_out(view, k))) or (context.listed and reading.attribute != "other")
    previous = before[-1].modality if before and before[-1].is_claim else ""
    befell = reading.attribute if reading.attribute != "other" or not previous else before[-1].attribute or "other"
    quantity.modality, modality_rule = modality_of(view, k, noun, quantity.measure, earlier, previous, reading.trigger, befell)
    running = day is not None and published is not None and not day.whole and day.day > published
    if running and (context.listed or quantity.modality in ("asserted", "negated")):
        # "in 2025", told in June: what holds so far, not on 31 December; an entry of a chronology has happened by then
        quantity.as_of, date_rule = (published, date_rule) if context.listed else (None, "")
    quantity.attributed_to, said_rule = attribution.speaker_of(view, k, said)
    if quantity.attributed_to is None and context.spoken[0] == view.sentence.text:
        quantity.attributed_to, said_rule = context.spoken[1], "said.carried"
    quantity.scope, scope_rule = scope.scope_of(view, k, noun, reading.attribute)
    quantity.place, place_rule = place.place_of(view, k, noun, spans, context.dateline_place)
    fired = (noun.rule, reading.rule, measure_rule, modality_rule, said_rule, scope_rule, place_rule, date_rule)
    quantity.rules += tuple(rule for rule in fired if rule)
