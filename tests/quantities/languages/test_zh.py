"""Chinese, simplified and traditional: counters, scale words, hedges inside numbers, words that hold a numeral."""

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity


def claims(text: str) -> list[Quantity]:
    return [q for q in extract(text, "zh") if q.is_claim]


@pytest.mark.parametrize(
    ("text", "value", "bound", "attribute"),
    [
        ("山洪造成至少26名村民遇难。", 26, "at_least", "killed"),
        ("逾三千名乘客被疏散。", 3000, "more_than", "evacuated"),
        ("約兩百間民宅被燒毀。", 200, "about", "destroyed"),
        ("10多万人无家可归。", 100000, "more_than", "displaced"),
        ("近五百名矿工获救。", 500, "nearly", "rescued"),
        ("海关查获了数十吨废料。", (10, 99), "vague", "other"),
        ("两三百名球迷受伤。", (200, 300), "range", "injured"),
        ("三分之二的校舍倒塌。", 2 / 3, "exact", "destroyed"),
        ("油价上涨了百分之三点五。", 3.5, "exact", "other"),
        ("七成受访者不满意。", 70, "exact", "other"),
        ("仓库里有12,500箱苹果。", 12500, "exact", "other"),
        ("警方逮捕了十七人。", 17, "exact", "arrested"),
    ],
)
def test_value_bound_and_attribute(text: str, value: float | tuple[float, float], bound: str, attribute: str) -> None:
    (q,) = claims(text)
    assert (q.value if q.value is not None else (q.low, q.high)) == pytest.approx(value)
    assert (q.bound, q.attribute) == (bound, attribute)


@pytest.mark.parametrize(
    "text",
    [
        "他今年六十三岁，住在三亚。",
        "会议于2021年4月9日下午3时开始。",
        "一般来说，这是唯一的办法。",
        "主队3比1获胜。",
        "这家公司成立十周年。",
        "一位诗人来到了小镇。",
        "他在第4次尝试时成功。",
    ],
)
def test_no_claim(text: str) -> None:
    assert claims(text) == []


def test_a_counter_is_no_part_of_the_noun() -> None:
    (q,) = claims("26名村民遇难。")
    assert q.noun == "村民"


def test_the_source_of_a_figure() -> None:
    (q,) = claims("水利局说，已有40座桥梁被冲毁。")
    assert (q.attributed_to, q.attribute, q.noun) == ("水利局", "destroyed", "桥梁")


def test_offsets_are_those_of_the_traditional_text() -> None:
    text = "颱風過後，超過2萬戶停電。"
    (q,) = claims(text)
    assert text[q.start : q.end] == q.text == "2萬"
    assert q.value == 20000
