"""Persian: digits of its own, joined and spaced spellings, verbs of two words, a word that is nine and no."""

import pytest

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity


def claims(text: str) -> list[Quantity]:
    return [q for q in extract(text, "fa") if q.is_claim]


@pytest.mark.parametrize(
    ("text", "value", "bound", "attribute"),
    [
        ("دست‌کم هفت چوپان در توفان جان باختند.", 7, "at_least", "killed"),
        ("سیزده زن بازداشت شدند.", 13, "exact", "arrested"),
        ("بیش از ۲۴۰۰ ساکن برج تخلیه شدند.", 2400, "more_than", "evacuated"),
        ("دویست و پنجاه هوادار زخمی شدند.", 250, "exact", "injured"),
        ("حدود بیست و دو گردشگر نجات یافتند.", 22, "about", "rescued"),
        ("نزدیک به یک میلیون و ۵۰۰ هزار نفر رأی دادند.", 1500000, "nearly", "voted"),
        ("یک و نیم میلیون تومان گم شد.", 1500000, "exact", "other"),
        ("۲ میلیون و ۳۰۰ هزار نفر آواره شدند.", 2300000, "exact", "displaced"),
        ("کمتر از ۱۵ ملوان ناپدید شده‌اند.", 15, "less_than", "missing"),
        ("تا ۹۰ آتش نشان اعزام شدند.", 90, "at_most", "deployed"),
        ("ده‌ها هزار نفر در میدان تجمع کردند.", (10000, 99999), "vague", "attended"),
        ("صدها خانه ویران شد.", (100, 999), "vague", "destroyed"),
        ("بین ۳۰ تا ۴۵ گاری آسیب دید.", (30, 45), "range", "damaged"),
        ("بیش از نیمی از پل‌ها فرو ریخت.", 0.5, "more_than", "destroyed"),
        ("دو سوم محصول از دست رفت.", 2 / 3, "exact", "other"),
        ("شورشیان ۱۸ راکت شلیک کردند.", 18, "exact", "fired"),
        ("مرگ ۵ کوهنورد تایید شد.", 5, "exact", "killed"),
        ("نه نفر زخمی شدند.", 9, "exact", "injured"),
        ("۵۰ تن برنج انبار شد.", 50, "exact", "other"),
    ],
)
def test_value_bound_and_attribute(text: str, value: float | tuple[float, float], bound: str, attribute: str) -> None:
    (q,) = claims(text)
    assert (q.value if q.value is not None else (q.low, q.high)) == pytest.approx(value)
    assert (q.bound, q.attribute) == (bound, attribute)


@pytest.mark.parametrize(
    "text",
    [
        "این وزیر ۶۱ ساله در ۴ مارس ۲۰۲۱ استعفا کرد.",
        "این قانون در سال ۱۳۹۸ نوشته شد.",
        "یکی از زیباترین روستاهای منطقه است.",
        "تیم میهمان ۳ بر ۱ پیروز شد.",
        "نشست در ساعت ۱۸:۳۰ سه شنبه برگزار می‌شود.",
        "بزرگراه ۱۲ بسته شد.",
        "شهر پنجاهمین سالگرد خود را جشن گرفت.",
        "نه آب هست و نه برق.",
        "بی بی سی این خبر را منتشر کرد.",
        "هزینه‌ها سه برابر شد.",
        "او ۱۵ سال در زندان بود.",
    ],
)
def test_no_claim(text: str) -> None:
    assert claims(text) == []


def test_tons_and_persons() -> None:
    (tons,) = claims("۲۰۰ تن گندم خریداری شد.")
    (persons,) = claims("۲۰۰ تن کشته شدند.")
    assert (tons.kind, tons.unit) == ("measure", "metric ton")
    assert (persons.kind, persons.attribute, persons.unit) == ("count", "killed", None)


def test_dead_and_hurt_share_their_verb() -> None:
    found = claims("۵۸ نفر کشته و بیش از ۵۰۰ نفر زخمی شدند.")
    assert [(q.noun, q.attribute, q.bound) for q in found] == [("نفر", "killed", "exact"), ("نفر", "injured", "more_than")]


def test_the_word_before_an_auxiliary_is_no_noun() -> None:
    (q,) = claims("۴۰ هزار نفر واکسینه شدند.")
    assert q.noun == "نفر"


def test_speaker_and_modality() -> None:
    (q,) = claims("به گفته دادستان، چهل نفر مرده‌اند.")
    assert q.attributed_to == "دادستان"
    (q,) = claims("ممکن است ۳۰۰ خانه تخریب شود.")
    assert q.modality == "hypothetical"
