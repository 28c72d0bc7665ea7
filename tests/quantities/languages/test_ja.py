"""Japanese: counters before or behind the noun, verbs at the end, kanji numerals, dates and durations."""

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity


def claims(text: str) -> list[Quantity]:
    return [q for q in extract(text, "ja") if q.is_claim]


@pytest.mark.parametrize(
    ("text", "value", "bound", "attribute"),
    [
        ("土砂崩れで少なくとも26人の村民が亡くなった。", 26, "at_least", "killed"),
        ("3000人を超える乗客が避難した。", 3000, "more_than", "evacuated"),
        ("約200棟の民家が全焼した。", 200, "about", "destroyed"),
        ("500人近くの登山者が救助された。", 500, "nearly", "rescued"),
        ("数百人が行方不明となっている。", (100, 999), "vague", "missing"),
        ("死者は1万2345人に上った。", 12345, "exact", "killed"),
        ("3分の2の校舎が倒壊した。", 2 / 3, "exact", "destroyed"),
        ("回答者の7割が不満だ。", 70, "exact", "other"),
        ("２０～２５人がけがをした。", (20, 25), "range", "injured"),
        ("警察は十七人を逮捕した。", 17, "exact", "arrested"),
        ("倉庫には最大600トンの米がある。", 600, "at_most", "other"),
    ],
)
def test_value_bound_and_attribute(text: str, value: float | tuple[float, float], bound: str, attribute: str) -> None:
    (q,) = claims(text)
    assert (q.value if q.value is not None else (q.low, q.high)) == pytest.approx(value)
    assert (q.bound, q.attribute) == (bound, attribute)


@pytest.mark.parametrize(
    "text",
    [
        "63歳の市長は八王子に住む。",
        "会議は2021年4月9日午後3時に始まった。",
        "一般的に、これは唯一の方法だ。",
        "地元が3対1で勝った。",
        "創立40周年を祝った。",
        "完成まで少なくとも3日かかる。",
        "第4回大会は令和6年に開かれた。",
    ],
)
def test_no_claim(text: str) -> None:
    assert claims(text) == []


def test_the_noun_behind_its_counter_and_before_it() -> None:
    assert claims("26人の村民が亡くなった。")[0].noun == "村民"
    assert claims("村民26人が亡くなった。")[0].noun == "村民"


def test_a_verb_behind_the_figure_tells_a_change() -> None:
    assert [q.measure for q in claims("失業率は0.4%下がった。")] == ["change"]
    assert [q.measure for q in claims("会員は90人に増えた。")] == ["total"]


def test_the_source_opens_the_sentence() -> None:
    (q,) = claims("気象庁は4日、川岸の住宅30棟が浸水したと発表した。")
    assert (q.attributed_to, q.attribute) == ("気象庁", "damaged")
