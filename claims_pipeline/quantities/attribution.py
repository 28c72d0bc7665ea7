"""Who says a figure, as written: "officials said", "menurut BNPB", "Gaza health ministry: 2,750 killed"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from claims_pipeline.quantities.clauses import SPEECH, clause, end_of_clause, start_of_speech
from claims_pipeline.quantities.grammar import BIT, HEDGE, TIME
from claims_pipeline.quantities.phrases import verbal
from claims_pipeline.quantities.plurals import plural
from claims_pipeline.quantities.view import BREAKS, COMMAS, OPEN, QUOTES, View

_VERBS, _VERBS_FIRST = BIT["attribution.verbs"], BIT["attribution.verbs_first"]
_ACCORDING, _ACCORDING_AFTER = BIT["attribution.according"], BIT["attribution.according_after"]
_SPEAKER, _THAT = BIT["attribution.speakers"], BIT["attribution.that"]
_SAYING = _VERBS | _VERBS_FIRST
_AUX = BIT["attributes.passive"] | BIT["modality.planned"] | BIT["modality.hypothetical"]
_STOP_BACK = BIT["nouns.and"] | BIT["modality.breaks"] | BIT["modality.conditional"] | _THAT | _ACCORDING | _SAYING
_PRONOUN = BIT["attribution.pronouns"]
_FIRST_PERSON = BIT["attribution.first_person"]
_GOVERNS = BIT["attributes.oblique"] | BIT["places.prepositions"]
_LONGEST = 12
_LAST, _TOPIC = BIT["attribution.verbs_last"], BIT["attribution.topic"]
_CLOSED = COMMAS | BREAKS | QUOTES | frozenset("-(（")


@dataclass(frozen=True, slots=True)
class Saying:
    """``speaker`` says what stands in the tokens ``first`` to before ``end``."""

    first: int
    end: int
    speaker: str
    rule: str
    at: int
    """The token of the verb or preposition."""


def sayings(view: View) -> list[Saying]:
    """Every act of saying in the sentence, in order; those that report nothing on either side are left out."""
    found: list[Saying] = []
    count = len(view.words)
    for k in range(count):
        roles = view.roles[k]
        if k > 0 and roles & _SAYING and view.roles[k - 1] & BIT["attribution.infinitive"]:
            continue  # "rapat untuk memastikan": nobody said it yet
        if roles & BIT["attribution.silent"] or (roles & _VERBS_FIRST and not _opens(view, k)):
            continue
        if not roles & (_SAYING | _ACCORDING | _ACCORDING_AFTER) or view.number[k] >= 0:
            continue
        if k > 0 and view.roles[k - 1] & roles & (_SAYING | _ACCORDING | _ACCORDING_AFTER):
            continue  # inside a longer entry
        last = k
        while last + 1 < count and view.roles[last + 1] & roles & (_SAYING | _ACCORDING | _ACCORDING_AFTER):
            last += 1
        if roles & _ACCORDING:
            first, end = _forward(view, last + 1)
            if end > first:
                found.append(Saying(*clause(view, k), view.text(first, end), "said.according", k))
        elif roles & _ACCORDING_AFTER:
            first, end = _backward(view, k)
            if end > first:
                found.append(Saying(*clause(view, k), _unmarked(view, first, end), "said.according", k))
        elif not _nominal(view, k, last):
            saying = _verb(view, k, last)
            if saying is not None and not _own(view, saying):
                found.append(saying)
    found += [saying for k in range(count) if view.roles[k] & _LAST and (saying := _topical(view, k)) is not None]
    label = _label(view)
    if label is not None:
        found.append(label)
    found.sort(key=lambda saying: saying.at)
    return found


def _own(view: View, saying: Saying) -> bool:
    """ "Saya ingin menyampaikan": inside a quotation the speaker is who is quoted."""
    words = saying.speaker.split()
    near = range(max(saying.at - _LONGEST, 0), min(saying.at + _LONGEST, len(view.words)))
    return len(words) == 1 and any(view.roles[j] & _FIRST_PERSON and view.text(j, j + 1) == words[0] for j in near)


def _topical(view: View, k: int) -> Saying | None:
    """ "当局は384人が死亡したと発表した": where the verb closes the sentence, its subject is the source that opens the clause."""
    least = max(k - SPEECH, 0)
    begin = max((j + 1 for j in range(least, k) if view.words[j] in BREAKS), default=least)
    topic = next((j for j in range(begin, k) if view.roles[j] & _TOPIC), -1)
    if topic < 0:
        return None
    first = max((j + 1 for j in range(begin, topic) if view.words[j] in COMMAS or view.words[j] in QUOTES), default=begin)
    end = topic if view.grammar.segmenter is not None else topic + 1  # the particle is a token of its own or glued to its noun
    while first < end and (view.roles[first] & (TIME | BIT["nouns.stop"]) or not view.is_word(first)):
        first += 1
    if first >= end or _claims(view, first, end) or not any(view.roles[j] & _SPEAKER for j in range(first, end)):
        return None
    return Saying(topic + 1, k, _unmarked(view, first, end), "said.topic", k)


def _unmarked(view: View, first: int, end: int) -> str:
    """The tokens as written, without the particle that closes them."""
    text = view.text(first, end)
    return text.removesuffix(next((p for p in view.grammar.particles if text.endswith(p)), ""))


def _opens(view: View, k: int) -> bool:
    """ ", kata Sutopo" but not "tidak tambah banyak": such a word speaks after a comma or quotation, or before a name."""
    if k == 0 or view.words[k - 1] in _CLOSED:
        return True
    nxt = k + 1
    if nxt >= len(view.words):
        return False
    return view.capital(nxt) or bool(view.roles[nxt] & (_SPEAKER | _PRONOUN | BIT["nouns.persons"]))


def _nominal(view: View, k: int, last: int) -> bool:
    """ "an earlier report on", "12 were told to leave": the word is a noun, or passive, and nobody says anything."""
    if k > 0 and view.roles[k - 1] & BIT["attributes.passive"]:
        return True
    if not view.roles[k] & BIT["attribution.ambiguous"]:
        return False
    if last + 1 < len(view.words) and view.roles[last + 1] & _THAT:
        return False
    if any(view.roles[j] & BIT["nouns.determiners"] for j in range(max(k - 2, 0), k)):
        return True
    if k > 0 and view.roles[k - 1] & (BIT["nouns.partitive"] | BIT["nouns.join"] | _GOVERNS):
        return True  # "the number of confirmed cases"
    if last + 1 < len(view.words) and view.roles[last + 1] & (BIT["attributes.oblique"] | BIT["nouns.partitive"]):
        return True
    # "a record number of unemployment claims – 3.3 million", "posisi ini memperlihatkan": only a source or a name says something
    subject = range(max(k - _LONGEST, 0), k)
    near = [j for j in subject if not any(view.words[m] in _CLOSED for m in range(j, k))]
    if any(view.roles[j] & _ACCORDING for j in near):
        return True  # "according to a coast guard report, 12 ..."
    return not any(view.roles[j] & (_SPEAKER | _PRONOUN | BIT["nouns.persons"]) or view.capital(j) for j in near)


def _verb(view: View, k: int, last: int) -> Saying | None:
    count = len(view.words)
    opened = k
    while view.grammar.inverted and opened > 1 and _helper(view.roles[opened - 1]):
        opened -= 1  # "..., hanno affermato le autorità"
    inverted = opened > 0 and (view.words[opened - 1] in COMMAS or view.words[opened - 1] in QUOTES)
    if inverted or (view.roles[k] & _VERBS_FIRST and not view.roles[k] & _VERBS):
        first, end = _forward(view, last + 1)
        # "..., warns UN": nothing but the speaker follows; "the minister, John Smith, said that ..." goes on
        closed = end >= count or (view.number[end] < 0 and not view.is_word(end)) or view.roles[end] & (TIME | _GOVERNS)
        leads = end < count and bool(view.roles[end] & _THAT)  # "قالت الشرطة إن ...": the words follow their speaker
        if end > first and not view.roles[k] & _VERBS and (leads or k == 0):
            return Saying(end, end_of_clause(view, end), view.text(first, end), "said.verb_first", k)
        if end > first and not view.roles[first] & _GOVERNS and (not view.roles[k] & _VERBS or closed):
            return Saying(start_of_speech(view, k), k, view.text(first, end), "said.verb_subject", k)
        if not view.roles[k] & _VERBS:
            return None
    first, end = _backward(view, k)
    if end <= first:
        return None
    after = _content(view, last + 1, medial=first > 0 and (view.words[first - 1] in COMMAS or view.words[first - 1] in QUOTES))
    if after < count:
        return Saying(last + 1, end_of_clause(view, last + 1), view.text(first, end), "said.subject_verb", k)
    return Saying(start_of_speech(view, first), first, view.text(first, end), "said.after", k)


def _content(view: View, i: int, medial: bool) -> int:
    """Where what was said begins after the verb; the length of the sentence when nothing but a time or place follows.

    A comma after the verb leads on to the words themselves ("mengatakan, ..."), but not when the saying itself stands between
    commas ("12 died, officials said, in the flood").
    """
    count = len(view.words)
    k = i
    if k < count and view.words[k] in COMMAS and view.words[k] not in ":：":
        quoted = k + 1 < count and view.words[k + 1] in QUOTES
        if (
            medial
            and not quoted
            and any(view.number[j] >= 0 and view.mentions[view.number[j]].is_claim for j in range(max(i - SPEECH, 0), i))
        ):
            return count
        k += 1
    words = 0
    for j in range(k, min(k + SPEECH, count)):
        if view.words[j] in BREAKS:
            break
        if view.number[j] >= 0 and view.mentions[view.number[j]].is_claim:
            return k
        words += not view.roles[j] & TIME
    return k if words > 4 else count


def _backward(view: View, k: int) -> tuple[int, int]:
    """The subject before the verb at ``k``; an apposition between commas stands for it ("the minister, John Smith, said")."""
    i = k - 1
    while i >= 0 and (
        view.roles[i] & (_AUX | TIME)
        or _adverb(view, i)
        or _dated_bracket(view, i)
        or (view.number[i] >= 0 and not view.mentions[view.number[i]].is_claim)
    ):
        i -= 1
    while i >= 0 and ((view.words[i] in COMMAS and i + 1 == k) or view.roles[i] & BIT["attributes.oblique"]):
        i -= 1
    last = i + 1
    while i >= 0 and last - i <= _LONGEST:
        word = view.words[i]
        if word in ")）":
            least = max(i - _LONGEST, 0)
            while i > least and view.words[i] not in "(（":
                i -= 1
        elif word in _CLOSED or view.number[i] >= 0 or _ends_subject(view.roles[i]):
            break
        elif i > 0 and view.roles[i] & _THAT and view.roles[i - 1] & (BIT["attributes.passive"] | _SAYING):
            break  # "part of the calculus is that Republicans believe"
        elif _embedded(view, i, last):
            break
        i -= 1
    first = i + 1
    while first < last - 1 and view.roles[last - 1] & BIT["nouns.stop"]:
        last -= 1
    if view.grammar.prefixes:
        last = _before_deed(view, first, last)
    while first < last and (view.words[first] in OPEN or _clutter(view.roles[first])):
        first += 1
    # "Israel-Gaza war: ... , he said": a verb without a subject of its own has no speaker
    counted = first > 0 and view.number[first - 1] >= 0  # "11 people have said"
    if first >= last or counted or _no_speaker(view, first):
        return 0, 0
    return first, last


def _embedded(view: View, i: int, last: int) -> bool:
    """ "the shootout that police said", "the man authorities say": those who speak open a clause about what stands before them."""
    if not view.grammar.plurals or i == 0 or not view.is_word(i - 1):
        return False
    if view.roles[i] & BIT["nouns.relative"]:
        clause = range(i + 1, last)
        return 0 < len(clause) <= 3 and any(view.roles[j] & _SPEAKER for j in clause)
    if i + 2 != last or not view.roles[i - 1] & BIT["nouns.determiners"]:
        return False
    speaks = view.roles[i + 1] & _SPEAKER and plural(view, i + 1) and not view.capital(i + 1)
    return bool(speaks and view.roles[i] & BIT["nouns.persons"] and not view.roles[i] & _SPEAKER and not plural(view, i))


def _adverb(view: View, i: int) -> bool:
    """ "The contractors repeatedly said", "the department has reported": what stands between a speaker and the verb in small letters."""
    if i == 0 or view.number[i] >= 0 or view.capital(i) or view.roles[i] & (_SPEAKER | _PRONOUN) or not view.is_word(i - 1):
        return False
    return _helper(view.roles[i]) or (bool(view.grammar.gerunds) and verbal(view, i) and not view.words[i].endswith(view.grammar.gerunds))


def _helper(roles: int) -> bool:
    return bool(roles & BIT["nouns.verbs"] and roles & BIT["nouns.links"])


def _before_deed(view: View, first: int, last: int) -> int:
    """ "Asosiasi Rekaman belum lama ini menggelar jumpa pers mengungkap": who it was that did something and then said so."""
    for m in range(first + 1, last - 1):
        roles = view.roles[m]
        small = roles & BIT["nouns.stop"] and not roles & (BIT["nouns.relative"] | _GOVERNS | _SPEAKER) and not view.capital(m)
        if small and any(verbal(view, j) and not view.capital(j) for j in range(m + 1, min(m + 4, last))):
            return m - 1 if m - 1 > first and view.roles[m - 1] & BIT["nouns.relative"] else m
    return last


def _ends_subject(roles: int) -> bool:
    return bool(roles & _STOP_BACK) and not roles & (BIT["attribution.ambiguous"] | BIT["nouns.relative"])


def _claims(view: View, a: int, b: int) -> bool:
    return any(view.number[k] >= 0 and view.mentions[view.number[k]].is_claim for k in range(a, b))


def _dated(view: View, i: int) -> bool:
    """A date of its own or the comma behind one: "a annoncé, vendredi 1er février, l'administrateur"."""
    return (view.number[i] >= 0 and view.mentions[view.number[i]].kind == "date") or view.words[i] in COMMAS


def _dated_bracket(view: View, i: int) -> bool:
    """ "Selasa (25/8/2015)": a bracket around a date hides the speaker before it."""
    if view.words[i] == ")":
        return i > 0 and (view.number[i - 1] >= 0 or bool(view.roles[i - 1] & TIME))
    return view.words[i] == "(" and view.number[i + 1] >= 0


def _clutter(roles: int) -> bool:
    return bool(roles & (BIT["nouns.stop"] | BIT["nouns.verbs"])) and not roles & _PRONOUN


def _no_speaker(view: View, first: int) -> bool:
    """What opens with a verb form or a word of the news itself is no subject ("has released a statement saying")."""
    return view.triggers.get(first) is not None or verbal(view, first) or bool(view.roles[first] & BIT["nouns.anaphora"])


def _forward(view: View, i: int) -> tuple[int, int]:
    """The speaker after the verb or preposition: up to a comma, a bracket, a time, another verb of saying."""
    count = len(view.words)
    while i < count and (view.words[i] in COMMAS or view.words[i] in QUOTES):
        i += 1
    while i + 1 < count and view.grammar.inverted and (view.roles[i] & TIME or (i > 0 and view.roles[i - 1] & TIME and _dated(view, i))):
        i += 1  # "hanno affermato sabato le autorità"
    while i + 1 < count and view.roles[i] & BIT["nouns.determiners"] and view.roles[i + 1] & TIME:
        i += 2  # "informaron el sábado las autoridades"
    while view.grammar.prefixes and i + 1 < count and view.roles[i] & BIT["attributes.oblique"] and not view.capital(i):
        i += 1  # "seperti dilansir oleh koran itu"
    first = i
    while i < count and i - first < _LONGEST:
        word = view.words[i]
        if word in COMMAS or word in BREAKS or word in OPEN or (view.number[i] >= 0 and view.mentions[view.number[i]].is_claim):
            break
        roles = view.roles[i]
        inside = (
            first < i < count - 1
            and not view.grammar.noun_capitals
            and roles & BIT["nouns.and"]
            and view.capital(i - 1)
            and view.capital(i + 1)
        )
        if inside and view.is_word(i - 1) and view.is_word(i + 1) and not view.roles[i + 1] & _STOP_BACK:
            i += 1  # "the Centers for Disease Control and Prevention"
            continue
        named = i > first and roles & _SPEAKER and roles & BIT["attribution.ambiguous"]  # "according to a police report"
        if (roles & (TIME | _SAYING | _STOP_BACK | _AUX | _THAT) and not named) or (i > first and roles & BIT["places.prepositions"]):
            break
        if i > first and view.grammar.prefixes and roles & BIT["attributes.oblique"] and not roles & BIT["nouns.partitive"]:
            break  # "kata Bambang dalam keterangan resmi"
        if roles & HEDGE:
            break  # "data from more than 30,000 phones"
        quoted = i > first and i + 1 < count and roles & BIT["nouns.stop"] and not roles & (BIT["nouns.relative"] | _GOVERNS)
        if quoted and view.grammar.prefixes and verbal(view, i + 1):
            break  # "ungkap Sari seperti dikutip koran"
        i += 1
    while i > first and view.roles[i - 1] & _GOVERNS and view.is_word(i - 1):
        i -= 1  # "teilte die Polizei am Montag mit"
    if i < count and i > first + 1 and view.roles[i] & _SAYING and view.roles[i - 1] & BIT["nouns.stop"]:
        i -= 1
    return first, i


def _label(view: View) -> Saying | None:
    """A headline's "Gaza health ministry: ..." or "...: Health Ministry"; only with a word that names a source."""
    count = len(view.words)
    marks = [k for k in range(count) if view.words[k] in ":：|–—-"]
    if not marks:
        return None
    first = marks[0]
    spoken = first > 0 and view.roles[first - 1] & _SAYING and not view.roles[first - 1] & BIT["attribution.ambiguous"]
    if view.words[first] in ":：" and _names_source(view, 0, first) and not spoken:  # "دادستان گفت: ..." has its verb
        return Saying(first + 1, count, view.text(0, first), "said.label", first)
    last = marks[-1]
    if _names_source(view, last + 1, count):
        return Saying(0, last, view.text(last + 1, count), "said.label", last)
    return None


def _names_source(view: View, a: int, b: int) -> bool:
    return 0 < b - a <= 6 and all(view.number[k] < 0 for k in range(a, b)) and any(view.roles[k] & _SPEAKER for k in range(a, b))


def speaker_of(view: View, index: int, said: list[Saying]) -> tuple[str | None, str]:
    """Who says the claim: the nearest saying whose reach holds it."""
    i = view.at[index]
    best: tuple[int, Saying] | None = None
    nearest = bisect_left(said, i, key=lambda saying: saying.at)
    for saying in said[max(nearest - 6, 0) : nearest + 6]:
        if saying.first <= i < saying.end:
            distance = abs(i - saying.at)
            if best is None or distance < best[0]:
                best = (distance, saying)
    return (best[1].speaker.rstrip(" ."), best[1].rule) if best else (None, "")
