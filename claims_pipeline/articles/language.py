"""Which language a text is in, offline (py3langid: Lui and Baldwin 2012, retrained), restricted to languages of news."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

_ALL = (
    "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ky lo "
    "lt lv mk ml mn mr ms my nb ne nl pa pl ps pt ro ru si sk sl so sq sr sv sw ta te tg th tl tr uk ur uz vi zh"
)
NEWS = tuple(_ALL.split())
"""Candidates. Dead, invented and regional languages are left out: on a short headline they win by accident."""

_LARGE = "ar bg bn cs da de el en es fa fi fr he hi hr hu id it ja ko ms nl no pl pt ro ru sv sw ta th tr uk ur vi zh"
WIDESPREAD = tuple(_LARGE.split())
"""Candidates for a text too short to tell a small language from a large one: "Ebola czar" is not Welsh."""

_PREFIX = 600
_SHORT = 60
_BRIEF = 120
_SURE = 0.90
_LEAST = ((25, 0.5), (60, 0.2), (1 << 62, 0.12))
"""Below a text of this length, the least confidence: a wrong language reads the wrong number words, none reads digits."""
_NEAR = (
    {"id", "ms"},
    {"no", "nb", "nn", "da"},
    {"hr", "sr", "bs"},
    {"fa", "tg", "ps"},
    {"hi", "mr", "ne"},
    {"ru", "uk", "be", "bg"},
    {"es", "gl", "ca", "pt"},
    {"cs", "sk"},
)
_OLD_CODES = {
    "in": "id",
    "iw": "he",
    "ji": "yi",
    "nb": "no",
    "nn": "no",
    "cmn": "zh",
    "fil": "tl",
    "ind": "id",
    "eng": "en",
    "msa": "ms",
    "may": "ms",
}
_CODE = re.compile(r"^([a-z]{2,3})(?:[-_].*)?$")
_NOISE = re.compile(r"https?://\S+|[\d\W_]+")
_CAPITALISED = re.compile(r"\b[A-Z]\w+")
_INDONESIAN = re.compile(
    r"\b(?:bahwa|karena|bisa|mengatakan|tewas|warga|uang|rp|mobil|polisi|kantor|usai|saat"
    r"|rumah sakit|cek|soal|kini|pukul|tutur|gubernur|provinsi|kabupaten"
    r"|kecamatan|sedangkan|korban|dpr|kpk|kasus|sepeda motor|harga|jadi|bakal|ungkap"
    r"|begini|ini dia|juga|terkait|selasa|rabu|kamis|jumat|sabtu|minggu)\b",
    re.IGNORECASE,
)
_MALAY = re.compile(
    r"\b(?:bahawa|kerana|boleh|daripada|maut|kerajaan|wang|rm|kereta|pejabat|selepas|hospital|beliau|ialah"
    r"|jumaat|isnin|khamis|ahad|lelaki|syarikat"
    r"|sehingga|mahu|oleh itu|minggu lepas|mangsa|polis|jabatan|iaitu|manakala|menerusi|tempatan"
    r"|mesyuarat|pasukan|kanak-kanak|berkata|kelmarin|mempunyai)\b",
    re.IGNORECASE,
)
"""Words of one of the two sister languages that the other hardly uses; the byte n-grams of both are alike."""


@cache
def _identifier(candidates: tuple[str, ...]) -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in candidates if code in identifier.labels])
    return identifier


@lru_cache(maxsize=4096)
def identify(text: str) -> tuple[str, float]:
    """Language (ISO 639-1) and confidence 0..1 of a text; ("und", 0.0) where it holds no words."""
    words = _NOISE.sub(" ", text[: 2 * _PREFIX]).strip()[:_PREFIX]
    if len(words) < 2:
        return "und", 0.0
    short = len(words) < _BRIEF
    if len(words) < _SHORT and (plain := _CAPITALISED.sub(" ", words).strip()) and len(plain) > 12:
        words = plain  # in a headline the names of people and places speak for the wrong language
    lang, confidence = _identifier(WIDESPREAD if short else NEWS).classify(words)
    if lang in ("id", "ms"):
        malay, indonesian = len(_MALAY.findall(text[:4000])), len(_INDONESIAN.findall(text[:4000]))
        lang = "ms" if malay > indonesian else "id"  # Indonesian news outnumbers Malay tenfold: it takes the ties
    return _OLD_CODES.get(lang, lang), float(confidence)


def code(given: str | None) -> str | None:
    """A given language as ISO 639-1: "en-US", "IND", "Indonesian", "bahasa Indonesia"; None where it says nothing."""
    if not given:
        return None
    low = given.strip().lower()
    if match := _CODE.match(low):
        short = _OLD_CODES.get(match[1], match[1])
        return short if len(short) == 2 and short != "un" else _three(short)
    return _by_name().get(low.removeprefix("bahasa ").strip())


def language(given: str | None, title: str, text: str, country: str | None = None) -> tuple[str, float]:
    """The article's language and the confidence in it. ``country`` is the outlet's, where known.

    A given language counts unless a long text is clearly in another one (a crawler's default), near relatives apart.
    """
    stated = code(given)
    body = text if len(text) >= _SHORT else f"{title}. {text}"
    found, confidence = identify(body[: 4 * _PREFIX])
    if found in ("id", "ms") and country in ("id", "my"):
        found = "id" if country == "id" else "ms"
    if stated is None:
        enough = next(least for length, least in _LEAST if len(body) < length)
        return (found, confidence) if confidence >= enough else ("und", confidence)
    if stated == found or found == "und" or len(body) < 200 or confidence < _SURE or stated not in NEWS:
        return stated, 1.0 if stated == found else 0.8
    return (stated, 0.8) if any(stated in group and found in group for group in _NEAR) else (found, confidence)


@cache
def _by_name() -> dict[str, str]:
    import icu

    names: dict[str, str] = {}
    for lang in NEWS:
        locale = icu.Locale(lang)
        for shown in (locale.getDisplayLanguage(icu.Locale("en")), locale.getDisplayLanguage(locale)):
            names.setdefault(shown.lower(), _OLD_CODES.get(lang, lang))
    return names


def _three(short: str) -> str | None:
    import icu

    if len(short) != 3:
        return None
    two = str(icu.Locale.createCanonical(short).getLanguage())
    return two if len(two) == 2 else None
