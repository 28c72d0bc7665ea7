"""Which language a text is in, offline (py3langid: Lui and Baldwin 2012, retrained), restricted to languages of news."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

NEWS = (
    "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ky lo lt lv "
    "mk ml mn mr ms my nb ne nl pa pl ps pt ro ru si sk sl so sq sr sv sw ta te tg th tl tr uk ur uz vi zh"
).split()
"""Candidates. Dead, invented and regional languages are left out: on a short headline they win by accident."""

_PREFIX = 600
_SHORT = 60
_SURE = 0.90
_NEAR = ({"id", "ms"}, {"no", "nb", "nn", "da"}, {"hr", "sr", "bs"}, {"fa", "tg", "ps"}, {"hi", "mr", "ne"}, {"ru", "uk", "be", "bg"}, {"es", "gl", "ca", "pt"}, {"cs", "sk"})
_OLD_CODES = {"in": "id", "iw": "he", "ji": "yi", "nb": "no", "nn": "no", "cmn": "zh", "fil": "tl", "ind": "id", "eng": "en", "msa": "ms", "may": "ms"}
_CODE = re.compile(r"^([a-z]{2,3})(?:[-_].*)?$")
_NOISE = re.compile(r"https?://\S+|[\d\W_]+")
_CAPITALISED = re.compile(r"\b[A-Z]\w+")
_INDONESIAN = re.compile(r"\b(?:bahwa|karena|bisa|dari|mengatakan|tewas|warga|pemerintah|kepada|uang|Rp|mobil|polisi|kantor|serta|usai|saat|rumah sakit|cek|soal)\b")
_MALAY = re.compile(r"\b(?:bahawa|kerana|boleh|daripada|berkata|maut|kerajaan|wang|RM|kereta|pejabat|selepas|ketika ini|hospital|beliau|ialah|ini adalah kerana|pihak|sebanyak-banyaknya|jumaat|isnin|khamis|lelaki|syarikat|sehingga|mahu|tidak pernah|oleh itu|minggu lepas)\b", re.IGNORECASE)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in NEWS if code in identifier.labels])
    return identifier


@lru_cache(maxsize=4096)
def identify(text: str) -> tuple[str, float]:
    """Language (ISO 639-1) and confidence 0..1 of a text; ("und", 0.0) where it holds no words."""
    words = _NOISE.sub(" ", text[: 2 * _PREFIX]).strip()[:_PREFIX]
    if len(words) < 2:
        return "und", 0.0
    if len(words) < _SHORT and (plain := _CAPITALISED.sub(" ", words).strip()) and len(plain) > 12:
        words = plain  # in a headline the names of people and places speak for the wrong language
    lang, confidence = _identifier().classify(words)
    if lang in ("id", "ms"):
        malay, indonesian = len(_MALAY.findall(text[:4000])), len(_INDONESIAN.findall(text[:4000]))
        lang = "ms" if malay > indonesian else "id" if indonesian > malay else lang
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


def language(given: str | None, title: str, text: str) -> tuple[str, float]:
    """The article's language and the confidence in it.

    A given language counts unless a long text is clearly in another one (a crawler's default), near relatives apart.
    """
    stated = code(given)
    body = text if len(text) >= _SHORT else f"{title}. {text}"
    found, confidence = identify(body[: 4 * _PREFIX])
    if stated is None:
        return (found, confidence) if confidence >= 0.2 else ("und", confidence)
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
