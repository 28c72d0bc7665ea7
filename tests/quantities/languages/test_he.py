"""Hebrew: letters glued in front of words and digits, both genders, verbs before their subject, a one behind its noun."""

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity


def claims(text: str) -> list[Quantity]:
    return [q for q in extract(text, "he") if q.is_claim]


@pytest.mark.parametrize(
    ("text", "value", "bound", "attribute"),
    [
        ("לפחות שבעה רועים נהרגו בסופה.", 7, "at_least", "killed"),
        ("נעצרו שלוש עשרה נשים.", 13, "exact", "arrested"),
        ("יותר מ-2,400 דיירים פונו מהמגדל.", 2400, "more_than", "evacuated"),
        ("למעלה מ- 40 סירות הושמדו.", 40, "more_than", "destroyed"),
        ("כעשרים ושתיים תיירות חולצו מהנהר.", 22, "about", "rescued"),
        ("מאתיים וחמישים אוהדים נפצעו.", 250, "exact", "injured"),
        ("קרוב למיליון וחצי בוחרים הצביעו.", 1500000, "nearly", "voted"),
        ("שלושת אלפים עקורים הגיעו למחנה.", 3000, "exact", "displaced"),
        ("חצי מיליון שקל נגנבו מהכספת.", 500000, "exact", "other"),
        ("פחות מ-15 ימאים נעדרים.", 15, "less_than", "missing"),
        ("עד 90 כבאים הוזעקו ליער.", 90, "at_most", "deployed"),
        ("עשרות אלפי דתיים הפגינו בכיכר.", (10000, 99999), "vague", "attended"),
        ("מאות אלפי קולות נספרו.", (100000, 999999), "vague", "voted"),
        ("בין 30 ל-45 עגלות ניזוקו.", (30, 45), "range", "damaged"),
        ("יותר ממחצית הגשרים קרסו.", 0.5, "more_than", "destroyed"),
        ("שני שלישים מהיבול אבדו.", 2 / 3, "exact", "other"),
        ("המורדים שיגרו 18 רקטות.", 18, "exact", "fired"),
        ("המשטר שחרר ארבעה אסירים.", 4, "exact", "released"),
    ],
)
def test_value_bound_and_attribute(text: str, value: float | tuple[float, float], bound: str, attribute: str) -> None:
    (q,) = claims(text)
    assert (q.value if q.value is not None else (q.low, q.high)) == pytest.approx(value)
    assert (q.bound, q.attribute) == (bound, attribute)


@pytest.mark.parametrize(
    "text",
    [
        "השרה, בת 61, התפטרה ב-4 במרץ 2021.",
        "המורה בן ה-38 זכה בפרס.",
        "היא אחת מהעיירות היפות באזור.",
        "הקבוצה ניצחה 3-1 במחצית השנייה.",
        "הפגישה תיערך ביום שני בשעה 18:30.",
        "כביש 12 נסגר לתנועה.",
        "העיר חגגה את יום השנה ה-50 שלה.",
        "אף אחד לא הגיע לבאר שבע.",
        "המחיר עלה פי שלושה.",
        "הוא ישב בכלא 15 שנה.",
    ],
)
def test_no_claim(text: str) -> None:
    assert claims(text) == []


def test_a_one_stands_behind_its_noun_and_a_verb_with_and_opens_a_clause() -> None:
    found = claims("בפיצוץ נהרג אדם אחד ונפצעו תשעה ילדים.")
    assert [(q.text, q.value, q.noun, q.attribute) for q in found] == [("אחד", 1, "אדם", "killed"), ("תשעה", 9, "ילדים", "injured")]


def test_noun_ends_before_a_glued_preposition() -> None:
    (q,) = claims("30 תלמידים בבית הספר חלו.")
    assert (q.noun, q.attribute) == ("תלמידים", "infected")


def test_change_level_and_speaker() -> None:
    change, level = claims("האבטלה ירדה ב-0.4% ל-3.9%, מסר דובר האוצר.")
    assert (change.measure, level.measure) == ("change", "total")
    assert change.attributed_to == "דובר האוצר"
    (q,) = claims('לפי האו"ם, 1,200 בני אדם נמלטו.')
    assert (q.attributed_to, q.attribute) == ('האו"ם', "displaced")


def test_place_without_its_preposition() -> None:
    (q,) = claims("12 הרוגים ברעש באינדונזיה.")
    assert (q.place, q.attribute) == ("אינדונזיה", "killed")
