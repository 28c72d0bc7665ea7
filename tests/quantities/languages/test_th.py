"""Thai: counters behind the number, words that begin like numerals, the Buddhist era."""

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity


def claims(text: str) -> list[Quantity]:
    return [q for q in extract(text, "th") if q.is_claim]


@pytest.mark.parametrize(
    ("text", "value", "bound", "attribute"),
    [
        ("ดินถล่มทำให้ชาวบ้านเสียชีวิตอย่างน้อย 26 คน", 26, "at_least", "killed"),
        ("ผู้โดยสารกว่า 3,000 คนถูกอพยพ", 3000, "more_than", "evacuated"),
        ("บ้านเรือนราว 200 หลังถูกไฟไหม้", 200, "about", "destroyed"),
        ("นักปีนเขาเกือบ 500 คนได้รับการช่วยเหลือ", 500, "nearly", "rescued"),
        ("ชาวประมงหลายร้อยคนสูญหาย", (100, 999), "vague", "missing"),
        ("มีผู้บาดเจ็บ 1 หมื่น 2 พันราย", 12000, "exact", "injured"),
        ("งบประมาณครึ่งล้านบาท", 500000, "exact", "other"),
        ("เด็กสามคนจมน้ำตาย", 3, "exact", "killed"),
        ("ราคาข้าวเพิ่มขึ้นร้อยละ 4.5", 4.5, "exact", "other"),
        ("ตำรวจจับกุมแรงงาน 17 คน", 17, "exact", "arrested"),
        ("2 แสนกว่าคนไร้ที่อยู่อาศัย", 200000, "more_than", "displaced"),
    ],
)
def test_value_bound_and_attribute(text: str, value: float | tuple[float, float], bound: str, attribute: str) -> None:
    (q,) = claims(text)
    assert (q.value if q.value is not None else (q.low, q.high)) == pytest.approx(value)
    assert (q.bound, q.attribute) == (bound, attribute)


@pytest.mark.parametrize(
    "text",
    [
        "เขาสามารถห้ามรถได้",
        "ชายวัย 63 ปีเกิดเมื่อวันที่ 9 เมษายน 2501",
        "ประชุมเวลา 10.30 น.",
        "ทีมเจ้าบ้านชนะ 3-1",
        "เมืองนี้ฉลองครบรอบ 40 ปี",
        "หนึ่งในเกาะที่สวยที่สุด",
        "ในปี 2565 มีการเลือกตั้งครั้งที่ 4",
    ],
)
def test_no_claim(text: str) -> None:
    assert claims(text) == []


def test_the_noun_stands_before_its_number() -> None:
    (q,) = claims("ชาวนากว่า 90 คนมารวมตัวกัน")
    assert (q.noun, q.attribute) == ("ชาวนา", "attended")


def test_the_source_of_a_figure() -> None:
    (q,) = claims("ตำรวจกล่าวว่ามีรถเสียหาย 30 คัน")
    assert (q.attributed_to, q.attribute) == ("ตำรวจ", "damaged")
