"""Korean: glued particles, native and Chinese numerals, counters, bounds behind the counter."""

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity


def claims(text: str) -> list[Quantity]:
    return [q for q in extract(text, "ko") if q.is_claim]


@pytest.mark.parametrize(
    ("text", "value", "bound", "attribute"),
    [
        ("산사태로 최소 26명의 주민이 숨졌다.", 26, "at_least", "killed"),
        ("승객 3000명이 넘는 인원이 대피했다.", 3000, "more_than", "evacuated"),
        ("주택 약 200채가 전소됐다.", 200, "about", "destroyed"),
        ("등산객 500명 가까이 구조됐다.", 500, "nearly", "rescued"),
        ("수백 명이 실종됐다.", (100, 999), "vague", "missing"),
        ("사망자는 1만2345명으로 집계됐다.", 12345, "exact", "killed"),
        ("응답자의 3분의 2가 반대했다.", 2 / 3, "exact", "voted"),
        ("두세 명이 다쳤다.", (2, 3), "range", "injured"),
        ("경찰은 열일곱 명을 체포했다.", 17, "exact", "arrested"),
        ("창고에는 최대 600톤의 쌀이 있다.", 600, "at_most", "other"),
        ("10여만 명이 집을 잃었다.", 100000, "more_than", "displaced"),
    ],
)
def test_value_bound_and_attribute(text: str, value: float | tuple[float, float], bound: str, attribute: str) -> None:
    (q,) = claims(text)
    assert (q.value if q.value is not None else (q.low, q.high)) == pytest.approx(value)
    assert (q.bound, q.attribute) == (bound, attribute)


@pytest.mark.parametrize(
    "text",
    [
        "63세인 시장은 세종에 산다.",
        "회의는 2021년 4월 9일 오후 3시에 시작됐다.",
        "이 사람은 한국에서 일한다.",
        "홈팀이 3대 1로 이겼다.",
        "창립 40주년을 맞았다.",
        "구조대가 도착했다.",
        "김모(45)씨가 제4회 대회에 나왔다.",
    ],
)
def test_no_claim(text: str) -> None:
    assert claims(text) == []


def test_particles_are_no_part_of_the_noun() -> None:
    assert claims("26명의 어부가 숨졌다.")[0].noun == "어부"
    assert claims("어부 26명이 숨졌다.")[0].noun == "어부"


def test_a_verb_behind_the_figure_tells_a_change() -> None:
    assert [q.measure for q in claims("실업률은 0.4% 떨어졌다.")] == ["change"]
    assert [q.measure for q in claims("회원은 90명으로 늘었다.")] == ["total"]


def test_the_source_opens_the_sentence() -> None:
    (q,) = claims("기상청은 주택 30채가 침수됐다고 밝혔다.")
    assert (q.attributed_to, q.attribute) == ("기상청", "damaged")
