"""Drafts become articles: the sentences of a language, the figures in them, and where each figure stands."""

from __future__ import annotations

import re
from collections import defaultdict
from random import Random

from benchmarks.planted import language, plan
from benchmarks.planted.language import CLOSE, INNER, OPEN
from benchmarks.planted.records import Article, Claim, Draft, Event, Fact, Tell, World

Triples = set[tuple[str, str, str]]
Printed = dict[tuple[str, str], list[tuple[str, Triples]]]

_MARK = re.compile(f"{OPEN}(\\d+){INNER}([^{CLOSE}]*){CLOSE}")
_END = re.compile(r"(?<=[.!?؟])\s+(?=[^a-zа-яё])|\n+")  # "тыс. человек" goes on


HOUSES = 4
"""As many newsrooms of one language share no line of scenery."""
TURNS = 8
"""So often an independent newsroom words its article anew where it reads like another's."""
PLAIN_FROM = 5
"""From this attempt on without its asides, for which a language has a sentence or two only."""
ALIKE = 0.3
"""Share of the shorter text's word triples from which on a reader takes two articles for copies."""


class Writer:
    """Writes one article. Every random choice comes from the draft's voice, so copies are worded alike."""

    def __init__(self, draft: Draft, turn: int = 0) -> None:
        self.draft = draft
        self.lang: str = draft.newsroom["lang"]
        self.data = language.load(self.lang)
        self.voice = Random(f"voice {draft.voice} {turn}" if turn else f"voice {draft.voice}")
        self.head_voice = Random(f"head {draft.id}")
        self.told: list[Tell] = []
        self.extras = draft.extras if turn < PLAIN_FROM else []
        own = [n["name"] for n in plan.newsrooms() if n["lang"] == self.lang]
        self.style = Random(f"style {draft.voice}").randrange(60) if draft.credit else own.index(draft.newsroom["name"]) + turn
        event = draft.event
        kind = self.data["kinds"][event.kind]
        place = self.data["places"][event.place]
        day = self.data["days"]["names"][event.bulletins[draft.step].weekday()]
        self.words: dict[str, str] = {
            "place": place, "PLACE": place.upper(), "event": kind["name"], "event_a": kind["indefinite"], "kind": kind["title"],
            "kind_l": kind["title"].lower(), "day": day, "country": self.data["countries"][event.region], "year": str(_year(event)),
            "cause": str(self._pick(kind["cause"])).replace("{place}", place),
        }  # fmt: skip

    def write(self) -> tuple[str, str]:
        """Title and text with marks around the figures."""
        body = [self._lead(), *self._others()]
        quotes = self.data["frame"]["quotes"][self.style % HOUSES :: HOUSES]
        quotes = self.voice.sample(quotes, k=min(len(quotes), self.voice.choice((0, 0, 1, 1, 2))))
        quotes = [self._fill(q) for q in quotes]
        paragraphs = [" ".join([body[0], *quotes[:1]]), " ".join(body[1:]), *quotes[1:], " ".join(self._extras())]
        opening = ""
        agency = f"({self.draft.credit})"
        lines = [d for d in self.data["frame"]["datelines"] if agency in d or ("(Reuters)" not in d and "(AFP)" not in d)]
        lines = [d for d in lines if agency in d] or lines
        if self.voice.random() < 0.6:
            opening = self._fill(self.voice.choice(lines))
        paragraphs = [p for p in paragraphs if p]
        paragraphs[0] = opening + paragraphs[0]
        if self.draft.credit and f"({self.draft.credit})" not in opening:
            lines = self.data["frame"]["credit"]
            name = self.draft.credit
            line = self.voice.choice(lines.get(name) or lines["other"]).replace("{name}", name)
            paragraphs.append(line)
        return self._title(), "\n\n".join(paragraphs)

    def _pick(self, ways: list[str]) -> str:
        """One of several wordings, mostly that of the house: independent newsrooms do not write each other's sentences."""
        return ways[self.style % len(ways)] if self.voice.random() < 0.8 else self.voice.choice(ways)

    def _title(self) -> str:
        main = self.draft.main
        assert main is not None
        templates = self.data["questions"][(main.worded or main.fact).question]["head"]
        if main.bound == "vague" or main.noun:
            templates = [t for t in templates if "{n}" in t] or templates
        template = self.head_voice.choice(templates)
        return _upper_first(self._fill(template, n=main, bare=main))

    def _lead(self) -> str:
        main = self.draft.main
        assert main is not None
        partner = next((t for t in self.draft.tells if t.fact.question == "killed_children"), None)
        second = next((t for t in self.draft.tells if t.fact.question in ("injured", "missing")), None)
        done: list[Tell] = [main]
        if main.fact.question == "killed" and partner and not partner.slip and not main.slip and self.voice.random() < 0.7:
            sentence = self._fill(self._pick(self.data["sub"]["killed_children"]), n=main, c=partner)
            done.append(partner)
        elif main.fact.question == "killed" and second and self.voice.random() < 0.5:
            sentence = self._fill(self._pick(self.data["pair"][f"killed_{second.fact.question}"]), n=main, m=second)
            done.append(second)
        else:
            sentence = self._about(main, lead=True)
        self.rest = [t for t in self.draft.tells if t not in done]
        return self._said(sentence)

    def _others(self) -> list[str]:
        return [self._said(self._about(t), plain=0.6) for t in self.rest]

    def _about(self, tell: Tell, *, lead: bool = False) -> str:
        question = (tell.worded or tell.fact).question
        templates = self.data["questions"][question]["body"]
        if tell.bound == "vague" or tell.noun:
            templates = [t for t in templates if "{n}" in t]
        if lead:
            templates = [t for t in templates if "{cause}" in t or "{event}" in t] or templates
        sentence = self._fill(self._pick(templates), n=tell, bare=tell)
        if tell.fact.question == "damage" and "currency" in self.extras and tell.bound == "exact" and not tell.slip:
            sentence = self._second_currency(sentence, tell)
        return sentence

    def _second_currency(self, sentence: str, tell: Tell) -> str:
        money = self.data["money"]
        amount = float(f"{tell.value * money['second']['rate']:.1e}")
        other = Tell(
            _aside(tell.fact, f"second-{money['second']['name']}"),
            amount,
            "exact",
            -1,
            "currency_pair",
            kind="money",
            unit=money["second"]["name"],
        )
        both = str(money["pair"]).replace("{b}", self._phrase(other, second=True))
        first = self._last_phrase(sentence)
        return sentence.replace(first, both.replace("{a}", first))

    def _last_phrase(self, sentence: str) -> str:
        """The money phrase in a sentence: the mark with its sign or currency."""
        pattern = str(self.data["money"].get("dollar_scaled") or self.data["money"]["dollar"])
        for shape in (pattern, str(self.data["money"]["dollar"])):
            found = re.search(re.escape(shape).replace(r"\{q\}", f"{OPEN}\\d+{INNER}[^{CLOSE}]*{CLOSE}"), sentence)
            if found:
                return found[0]
        raise ValueError(f"no amount in {sentence!r}")

    def _said(self, sentence: str, *, plain: float = 0.25) -> str:
        frame = self.data["frame"]
        pattern = frame["plain"] if self.voice.random() < plain else self._pick(frame["says"])
        official = self.voice.choice(frame["official"])
        return _upper_first(self._fill(pattern.replace("{s}", sentence).replace("{official}", official)))

    def _extras(self) -> list[str]:
        out = []
        for name in self.extras:
            made = self._extra(name)
            if made:
                out.append(_upper_first(made))
        return out

    def _extra(self, name: str) -> str | None:
        event, step = self.draft.event, self.draft.step
        if name == "background" and event.older:
            older = event.older
            tell = Tell(older, older.steps[0].value, "exact", -1, "background", modality="past_event_comparison")
            return self._fill(self._pick(self.data["background"][older.question]), n=tell)
        extras = self.data["extras"]
        same = Random(f"aside {event.id} {name}")  # one figure an event, whoever tells it
        whole = event.facts[0] if event.facts[0].question == "killed" else None
        if name == "increment" and whole and step and whole.steps[step].value - whole.steps[step - 1].value >= 3:
            more = whole.steps[step].value - whole.steps[step - 1].value
            aside = _aside(whole, f"new-{step}", noun=extras["increment_noun"], attribute="other")  # found bodies are none of the toll
            return self._fill(self._pick(extras[name]), n=Tell(aside, more, "exact", -1, "increment", measure="increment"))
        if name in ("vague", "planned", "hypothetical"):
            noun = "house" if name == "planned" else "person"
            attribute = "displaced" if name == "hypothetical" else "other"
            tell = Tell(_aside(event.facts[0], name, noun=noun, attribute=attribute), 0, role=name, step=-1)
            if name == "vague":
                low, high = same.choice(list(language.VAGUE.values()))
                tell.bound, tell.low, tell.high, tell.role = "vague", low, high, "vague_echo"
            else:
                tell.value = float(same.choice((300, 1200, 2500, 4000)))
                tell.modality = name
            return self._fill(self._pick(extras[name]), n=tell)
        if name == "percent":
            tell = Tell(_aside(event.facts[0], name, attribute="other"), float(same.randrange(20, 90)), role=name, kind="percent")
            return self._fill(self._pick(extras[name]), n=tell)
        if name == "parts" and whole and whole.steps[min(step, len(whole.steps) - 1)].value >= 12:
            step = min(step, len(whole.steps) - 1)
            total = whole.steps[step].value
            there = float(round(total * same.uniform(0.55, 0.8)))
            at_once, later = (_aside(whole, f"part-{where}", scope=where) for where in ("at the scene", "in hospital"))
            return self._fill(
                self._pick(extras[name]),
                a=Tell(at_once, there, step=step, role="part"),
                b=Tell(later, total - there, step=step, role="part"),
            )
        if name == "households" and any(f.question == "families" for f in event.facts):
            count = float(same.randrange(130, 3000))
            families = Tell(_aside(event.facts[0], "aid-families", noun="family", attribute="other"), count, role="household_pair")
            people = Tell(_aside(event.facts[0], "aid-people", noun="person", attribute="other"), count * 4, role="household_pair")
            return self._fill(self._pick(extras[name]), families=families, people=people)
        return None

    def _fill(self, template: str, **tells: Tell) -> str:
        out = template
        for name, tell in tells.items():
            if "{" + name + "}" in out:
                out = out.replace("{" + name + "}", self._phrase(tell, bare=name == "bare"))
        for name, word in self.words.items():
            out = out.replace("{" + name + "}", word)
        return out

    def _phrase(self, tell: Tell, *, bare: bool = False, second: bool = False) -> str:
        self.told.append(tell)
        kind = tell.kind or tell.fact.kind
        noun = tell.noun or (tell.worded.noun if tell.worded else tell.fact.noun)
        asked = {
            "mark": len(self.told) - 1, "value": tell.value, "bound": tell.bound, "noun": noun, "money": kind == "money", "bare": bare,
            "kind": kind, "low": tell.low, "second": second,
        }  # fmt: skip
        return language.phrase(self.lang, asked, self.draft.newsroom, self.voice)


def render(world: World, drafts: list[Draft]) -> None:
    """Write every draft; fill the world's articles and claims."""
    printed: Printed = defaultdict(list)
    turns: dict[str, int] = {}
    for draft in drafts:
        writer, title, text = _worded(draft, printed[draft.event.id, draft.newsroom["lang"]], turns)
        clean: dict[str, str] = {}
        for field, marked in (("title", title), ("text", text)):
            plain, spans = _unmark(marked)
            clean[field] = plain
            for mark, start, end in spans:
                world.claims.append(_claim(draft, writer.told[mark], field, start, end, plain))
                world.facts.setdefault(writer.told[mark].fact.id, writer.told[mark].fact)
        site = re.sub(r"\W+", "", draft.newsroom["name"].lower())
        url = f"https://{site}.example/{draft.at:%Y/%m}/{draft.id}"
        outlet = draft.newsroom["name"]
        made = Article(draft.id, outlet, writer.lang, draft.at, clean["title"], clean["text"], url, draft.root, draft.event.id)
        world.articles.append(made)


def _worded(draft: Draft, printed: list[tuple[str, Triples]], turns: dict[str, int]) -> tuple[Writer, str, str]:
    """The article in words that no article of another root has: else nobody could tell it from a copy of that one.

    ``printed`` are the roots and word triples of the event's articles before it; the least like of some attempts is taken, and
    ``turns`` keeps which one that was, because the copies of one wire story share its words.
    """
    best: tuple[float, int, Writer, str, str, Triples] | None = None
    for turn in range(TURNS) if draft.voice not in turns else (turns[draft.voice],):
        writer = Writer(draft, turn)
        title, text = writer.write()
        words = re.findall(r"\w+", _unmark(text)[0].lower())
        triples: Triples = set(zip(words, words[1:], words[2:], strict=False))
        shares = (len(triples & other) / max(1, min(len(triples), len(other))) for root, other in printed if root != draft.root)
        alike = max(shares, default=0.0)
        if best is None or alike < best[0]:
            best = alike, turn, writer, title, text, triples
        if alike < ALIKE:
            break
    assert best is not None
    _, turns[draft.voice], writer, title, text, triples = best
    printed.append((draft.root, triples))
    return writer, title, text


def _unmark(marked: str) -> tuple[str, list[tuple[int, int, int]]]:
    out, spans, last, length = [], [], 0, 0
    for match in _MARK.finditer(marked):
        out.append(marked[last : match.start()])
        length += len(out[-1])
        out.append(match[2])
        spans.append((int(match[1]), length, length + len(match[2])))
        length += len(match[2])
        last = match.end()
    return "".join([*out, marked[last:]]), spans


def _claim(draft: Draft, tell: Tell, field: str, start: int, end: int, text: str) -> Claim:
    fact, worded = tell.fact, tell.worded or tell.fact
    kind = tell.kind or fact.kind
    low, high = (tell.low, tell.high) if tell.bound == "vague" else plan.interval(tell.value, tell.bound, kind)
    if tell.bound == "vague" and low == language.VAGUE["tens"][0]:
        low = language.load(draft.newsroom["lang"])["numbers"].get("tens_low", low)
    before = [m.end() for m in _END.finditer(text) if m.end() <= start]
    after = [m.start() for m in _END.finditer(text) if m.start() >= end]
    sentence = text[before[-1] if before else 0 : after[0] if after else len(text)]
    noun = tell.noun or worded.noun
    unit = tell.unit or ({"acre": "acre", "hectare": "hectare"}.get(noun) if kind == "measure" else fact.unit)
    return Claim(
        f"{draft.id}:{field}:{start}", draft.id, field, start, end, text[start:end], sentence,
        None if tell.bound == "vague" else tell.value, low, high, tell.bound, noun, kind, unit, worded.attribute, worded.scope,
        fact.place, tell.measure, tell.modality, fact.id, worded.id, "slip" if tell.slip else tell.role, tell.step, tell.slip,
    )  # fmt: skip


def _aside(fact: Fact, name: str, *, noun: str | None = None, attribute: str | None = None, scope: str | None = None) -> Fact:
    """A question beside the story's: its figures must never be taken for the fact's own."""
    return Fact(
        f"{fact.event}-aside-{name}", fact.event, fact.kind_of_event, fact.place, name, attribute or fact.attribute, noun or fact.noun,
        fact.kind, fact.unit, scope, "settled",
    )  # fmt: skip


def _year(event: Event) -> int:
    return event.older.steps[0].at.year if event.older else event.at.year - 6


def _upper_first(text: str) -> str:
    """Capitalise the first letter, past marks and quotation signs."""
    at = 0
    while at < len(text):
        if text[at] == OPEN:
            at = text.index(INNER, at) + 1
            continue
        if text[at].isalpha():
            return text[:at] + text[at].upper() + text[at + 1 :]
        if text[at].isdigit():
            return text
        at += 1
    return text
