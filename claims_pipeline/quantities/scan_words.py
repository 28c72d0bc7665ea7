"""Numbers that begin with a word: spelled out, vague, halves and thirds, ordinals."""

from __future__ import annotations

import re

from claims_pipeline.quantities import digits
from claims_pipeline.quantities.fold import Folded
from claims_pipeline.quantities.lexicon import LETTER
from claims_pipeline.quantities.mention import Draft
from claims_pipeline.quantities.scan_digits import add_digits
from claims_pipeline.quantities.scanner import ROUND, Scanner, draft, refit
from claims_pipeline.quantities.spelled import parse


def read_word(folded: Folded, begin: int, rules: Scanner, floor: int) -> Draft | None:
    """A number that begins with a word at ``begin``; it may take an article or "several" from before, down to ``floor``."""
    low = folded.low
    half = rules.half_before_word.match(low, begin)
    if half:
        scale = rules.scale_exact.match(low, half.end())
        if scale:
            mention = draft(folded, begin, half.end(), rules.half_before[half.group(1)], "", "half.scale")
            mention.is_claim = True
            mention.value, mention.end = _chain(low, half.end(), rules.half_before[half.group(1)], rules)
            return refit(_with_article(mention, low, rules, floor), folded)
    if rules.scale_then_digits is not None and (first := rules.scale_then_digits.match(low, begin)) is not None:
        scaled = _scale_first(folded, begin, first, rules)
        if scaled is not None:
            return scaled
    vague = rules.vague_word.match(low, begin)
    run = rules.run.match(low, begin)
    if vague and vague.group(1) in rules.vague_one and rules.vague_one_before.search(low, max(0, begin - 24), begin):
        vague = None  # "более тысячи", "более сотни тысяч"
    if vague and (run is None or _vague_end(vague, low, rules) >= run.end()):
        return _vague(folded, begin, vague, rules)
    pair = rules.pair_word.match(low, begin) if rules.pairs else None
    if pair:
        return _two(folded, begin, pair, rules)
    read = _longest(begin, run, rules) if run else None
    fraction = rules.fraction_word.match(low, begin)
    if fraction and (read is None or fraction.end() > read[1]):
        return _fraction(folded, begin, fraction, rules)
    if read is None:
        return _part_or_ordinal(folded, begin, rules, floor)
    value, end = read
    point = rules.point.match(low, end)
    if point is not None:
        value, end = _decimals(value, point.group(1), rules), point.end()
        value, end = _chain(low, end, value, rules)
    if not rules.counted.stands(low, begin, end):
        return None
    mention = draft(folded, begin, end, value, "", "words")
    if rules.not_written and folded.given[folded.back(begin) : folded.back_end(end)] in rules.not_written:
        return None
    mention.is_claim = True
    last = re.split(r"[ -]", low[begin:end])[-1]
    mention.factor = _factor(rules.numerals.scales.get(last), value) if value >= 1000 else 1.0
    if rules.numerals.scale_first:
        mention.factor = max((rules.numerals.scales.get(w, 1.0) for w in low[begin:end].split()), default=1.0)
    if rules.ordinal_last and value >= 20 and value % 10 == 0:
        last_word = re.compile(rf" ({LETTER}+)").match(low, end)
        if last_word and rules.ordinals.get(last_word.group(1), 10) < 10:
            return draft(folded, begin, last_word.end(), value + rules.ordinals[last_word.group(1)], "ordinal", "ordinal.last")
    if rules.then_digits and mention.factor > 1:  # "bin 500"
        follow = re.compile(r" (\d{1,3})(?![\d.,/:%])").match(low, end)
        if follow and float(follow.group(1)) < mention.factor and not rules.scale.match(low, follow.end()):
            mention.value, mention.end = value + float(follow.group(1)), follow.end()
            return refit(mention, folded)
    if low[begin:end] in rules.one:
        mention.rules.append("word.one")
    if low[begin:end] in rules.needs_noun and not _noun_behind(low, end, rules):
        return None
    if low[begin:end] in rules.article:
        if not rules.article_after.match(low, end):
            if not rules.article_person.match(low, end) and not rules.article_of.match(low, end):
                return None
            mention.rules.append("word.person")
        mention.rules.append("word.article")
    if low[begin:end] in rules.approximate:
        mention.rules.append("word.approximate")
    if low[begin:end] in rules.article_one and "word.article" not in mention.rules:
        mention.rules.append("word.article")
    if mention.factor > 1 and rules.digits_follow is not None and not mention.kind:
        add_digits(mention, low, rules, mention.factor)
        end = mention.end
    more = rules.half_after_word.match(low, end)
    if more:
        mention.value = value + rules.half_after[more.group(1)] * mention.factor  # "a million and a half"
        mention.end = more.end()
        scale = rules.scale.match(low, mention.end)
        if scale:
            mention.value, mention.end = _chain(low, mention.end, mention.value, rules)
        return refit(mention, folded)
    part = rules.part.match(low, end)
    needed = part and (rules.part_needs is None or rules.part_needs.match(low, part.end()))
    if part and value < 100 and value.is_integer() and (value != 1 or needed or part.group(1) not in rules.ordinals):
        mention.value, mention.end, mention.kind = value / rules.parts[part.group(1)], part.end(), "fraction"
        mention.rules.append("fraction.parts")
        return refit(mention, folded)
    if _starts_with_scale(low, begin, rules):
        some = rules.some_before.search(low, max(floor, begin - 20), begin)
        if some:
            step = value
            mention.start, mention.value = some.start(1), None
            mention.low, mention.high = (step, 99.0) if step == 12 else (step, step * 10 - 1)
            mention.bound, mention.kind = "vague", ""
            mention.rules.append("vague.some")
            return refit(mention, folded)
        _with_article(mention, low, rules, floor)
    return refit(mention, folded)


def parts_of(mention: Draft, folded: Folded, rules: Scanner) -> None:
    """ "三分之二", "3分の1": where the whole stands first, the number is its denominator."""
    m = rules.whole_first.match(folded.low, mention.end)
    if m is None or not mention.value or mention.kind:
        return
    if rules.round_wholes and mention.value not in ROUND:
        return
    digit = re.compile(r"\d{1,3}(?![\d.,])").match(folded.low, m.end())
    run = None if digit else rules.run.match(folded.low, m.end())
    value, end = (float(digit.group()), digit.end()) if digit else (_longest(m.end(), run, rules) or (0.0, 0)) if run else (0.0, 0)
    # "3人に1人", but not "3人に1億円"
    counter = rules.counter.match(folded.low, mention.end) if m.group().strip() in rules.counted_wholes else None
    if counter is not None and not folded.low.startswith(counter.group().strip(), end):
        return
    if 0 < value < mention.value:
        mention.value, mention.end, mention.kind, mention.is_claim = value / mention.value, end, "fraction", True
        mention.rules.append("fraction.whole_first")
        refit(mention, folded)


def _two(folded: Folded, begin: int, m: re.Match[str], rules: Scanner) -> Draft | None:
    """ "두세 명", "两三百人": two neighbouring numbers in one word, with the scale word that both share."""
    first, last = rules.pairs[m.group(1)]
    factor, end = _chain(folded.low, m.end(), 1.0, rules)
    if not rules.counted.stands(folded.low, begin, end):
        return None
    mention = draft(folded, begin, end, None, "", "words")
    mention.is_claim, mention.bound, mention.low, mention.high, mention.factor = True, "range", first * factor, last * factor, factor
    return mention


def _scale_first(folded: Folded, begin: int, m: re.Match[str], rules: Scanner) -> Draft | None:
    """ "milioni 1.5", "milioni 2 na elfu 300", "elfu 20": the scale word stands in front of its digits."""
    assert rules.scale_then_digits is not None
    mention = draft(folded, begin, begin, 0.0, "", "digits")
    mention.rules.append("scale")
    mention.is_claim = True
    ceiling = float("inf")
    at: re.Match[str] | None = m
    while at is not None:
        reading = digits.read(at.group(3), rules.decimal, rules.thousands)
        factor = rules.numerals.scales[at.group(1)] * (rules.numerals.scales[at.group(2)] if at.group(2) else 1.0)
        if reading is None or factor >= ceiling or mention.value is None:
            break
        mention.value += reading.value * factor
        mention.end, mention.factor, ceiling = at.end(), factor, factor
        joiner = re.compile(rf" (?:{'|'.join(map(re.escape, sorted(rules.numerals.joiners)))}) ").match(folded.low, mention.end)
        half = rules.half_after_word.match(folded.low, mention.end)
        if half is not None:
            mention.value, mention.end = mention.value + rules.half_after[half.group(1)] * factor, half.end()
            break
        at = rules.scale_then_digits.match(folded.low, joiner.end()) if joiner is not None else None
    return refit(mention, folded) if mention.value else None


def _factor(scale: float | None, value: float) -> float:
    """The scale that a number ends on, also a fused one: 1e6 for Arabic "مليونين", two million."""
    if scale is not None and str(int(scale)).rstrip("0") == "1":
        return scale
    return next((power for power in (1e9, 1e6, 1e3) if value >= power and value % power == 0 and value < 1000 * power), 1.0)


def _noun_after(low: str, end: int) -> bool:
    return re.compile(rf" {LETTER}").match(low, end) is not None


def _noun_behind(low: str, end: int, rules: Scanner) -> bool:
    m = re.compile(rf"[ -]({LETTER}+)").match(low, end)
    return m is not None and m.group(1) not in rules.function


def _starts_with_scale(low: str, begin: int, rules: Scanner) -> bool:
    return rules.scale_exact.match(low, begin) is not None


def _with_article(mention: Draft, low: str, rules: Scanner, floor: int) -> Draft:
    article = rules.article_before.search(low, max(floor, mention.start - 8), mention.start)
    if article:
        mention.start = article.start(1)
    return mention


def _decimals(value: float, spelled_out: str, rules: Scanner) -> float:
    """ "三点二五": each word behind the point is a digit."""
    words = re.findall("|".join(sorted(map(re.escape, rules.numerals.values), key=len, reverse=True)), spelled_out)
    return value + sum(rules.numerals.values[word] / 10.0**place for place, word in enumerate(words, 1))


def _chain(low: str, at: int, value: float, rules: Scanner) -> tuple[float, int]:
    for _ in range(3):
        m = rules.scale.match(low, at)
        if m is None:
            break
        value *= rules.numerals.scales[m.group(1)]
        at = m.end()
    return value, at


def _longest(begin: int, run: re.Match[str], rules: Scanner) -> tuple[float, int] | None:
    """The longest beginning of the run that is one number: "two three-year terms" is two, then three."""
    text = run.group()
    value = parse(text, rules.numerals)
    if value is not None:
        return value, run.end()
    cuts = [m.start() for m in re.finditer(r"[ -]", text)] if rules.spaced else range(len(text))
    for cut in reversed(cuts):
        piece = text[:cut]
        if re.split(r"[ -]", piece)[-1] in rules.numerals.joiners:
            continue  # "two and | three": the joining word belongs to neither
        if rules.spaced and rules.scale_exact.match(text, cut + 1):
            continue  # "entre mil y dos | mil": what stands before a scale word is multiplied by it
        if piece and (value := parse(piece, rules.numerals)) is not None:
            return value, begin + cut
    return None


def _vague_end(m: re.Match[str], low: str, rules: Scanner) -> int:
    """Where a vague number ends with the scale words behind it: "десятки тысяч"."""
    scale = rules.vague_of.match(low, m.end())
    return scale.end() if scale else m.end()


def _vague(folded: Folded, begin: int, m: re.Match[str], rules: Scanner) -> Draft:
    low_end, high_end = rules.vague[m.group(1)]
    end = m.end()
    for _ in range(3):
        scale = rules.vague_of.match(folded.low, end)
        if scale is None:
            break
        word = scale.group(1)
        factor = rules.numerals.scales.get(word) or rules.vague[word][0]
        low_end, high_end, end = low_end * factor, (high_end + 1) * factor - 1, scale.end()
    mention = draft(folded, begin, end, None, "", "vague")
    mention.is_claim, mention.bound, mention.low, mention.high = True, "vague", low_end, high_end
    trailing = rules.drop_edge.search(mention.text.lower())
    if trailing:  # "scores of" is listed whole because "scores" alone is a verb and a result
        mention.end = begin + trailing.start()
    return refit(mention, folded)


def _fraction(folded: Folded, begin: int, m: re.Match[str], rules: Scanner) -> Draft | None:
    if rules.fraction_not_before.search(folded.low, max(0, begin - 24), begin):
        return None
    if rules.fraction_not_after.match(folded.low, m.end()):
        return None
    mention = draft(folded, begin, m.end(), rules.fractions[m.group(1)], "fraction", "fraction.word")
    mention.is_claim = True
    return mention


def _part_or_ordinal(folded: Folded, begin: int, rules: Scanner, floor: int) -> Draft | None:
    """ "a third of" is a fraction, "the third" an ordinal."""
    low = folded.low
    token = re.compile(rf"{LETTER}(?:-?{LETTER})*").match(low, begin)
    word = token.group() if token else ""
    if word in rules.parts:
        article = rules.part_article.search(low, max(floor, begin - 8), begin)
        end = begin + len(word)
        if article and (rules.part_needs is None or rules.part_needs.match(low, end)):
            mention = draft(folded, article.start(1), end, 1 / rules.parts[word], "fraction", "fraction.parts")
            mention.is_claim = True
            return mention
    needs = rules.ordinal_needs.get(word)
    if word in rules.ordinals and (needs is None or needs.search(low, max(0, begin - 16), begin)):
        return draft(folded, begin, begin + len(word), rules.ordinals[word], "ordinal", "ordinal.word")
    return None
