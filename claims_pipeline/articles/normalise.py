"""Bytes become text, and text becomes the text that is stored: what every later offset refers to."""

from __future__ import annotations

import codecs
import re
import unicodedata

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{3,30})""", re.IGNORECASE)
_DROPPED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MOJIBAKE = re.compile("[ÃÂâÐÑØÙãåæçà][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")
_C1_KEPT = re.compile("[\x80-\x9f]")
_CONTROL_BYTES = bytes(b for b in range(32) if b not in (9, 10, 11, 12, 13, 27))


def encoding_of(sample: bytes, *, valid_utf8: bool, declared: bytes | None = None, rows: bool = False) -> str | None:
    """The codec of a file from its first bytes, or None for a binary file or an unknown encoding.

    ``valid_utf8`` says whether the *whole* file decodes as UTF-8; ``declared`` is a part that may name a charset
    (an HTML head, an XML declaration); of a file of
    ``rows`` one or two broken lines do not change the encoding. Order: byte-order mark, UTF-8, UTF-16 by its zero bytes, declared, guessed.
    """
    for mark, name in _BOMS:
        if sample.startswith(mark):
            return name
    if b"\x00" in sample:
        return _utf16_without_mark(sample)
    if is_binary(sample):
        return None
    if valid_utf8:
        return "utf-8"
    named = _DECLARED.search(declared) if declared else None
    if named:
        try:
            codec = codecs.lookup(named.group(1).decode("ascii")).name
            sample.decode(codec, errors="strict" if codec != "utf-8" else "replace")
        except (LookupError, UnicodeDecodeError):
            codec = ""
        if codec and codec != "utf-8":
            return codec
    if _mostly_utf8(sample, rows):
        return "utf-8"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best is not None else None


def is_binary(sample: bytes) -> bool:
    """More than one control byte in a hundred: no text in any encoding without zero bytes."""
    return len(sample) - len(sample.translate(None, _CONTROL_BYTES)) > len(sample) / 100


def _utf16_without_mark(sample: bytes) -> str | None:
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    for zeros, others, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros > 0.3 * half and others < 0.02 * half:
            return name
    return None


def _mostly_utf8(sample: bytes, rows: bool) -> bool:
    """True where most lines beyond ASCII are UTF-8: one broken line must not make a whole file Latin-1."""
    good = bad = 0
    for line in sample.split(b"\n")[:-1]:
        if not line.isascii():
            try:
                line.decode("utf-8")
                good += 1
            except UnicodeDecodeError:
                bad += 1
    return good > bad or (rows and bad <= 2)


def broken(text: str) -> bool:
    """True where decoding with ``surrogateescape`` left bytes that the encoding does not know."""
    return _SURROGATE.search(text) is not None


def clean_text(text: str) -> str:
    """The stored form: Unicode NFC, no control characters, mojibake mended where the repair is certain.

    Whitespace, soft hyphens and joiners stay, so that for ordinary input every offset equals the source's.
    """
    if text.isascii():
        return _DROPPED.sub("", text)
    text = _SURROGATE.sub("\ufffd", text)
    if _MOJIBAKE.search(text):
        text = _mended(text)
    text = _DROPPED.sub("", text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _mended(text: str) -> str:
    """Repair UTF-8 that was read as another encoding, if that leaves no damage and no control characters."""
    import ftfy
    from ftfy import badness

    if not badness.is_bad(text):
        return text
    fixed = str(ftfy.fix_encoding(text))
    safe = badness.badness(fixed) < badness.badness(text) and len(fixed) < len(text) and not _C1_KEPT.search(fixed)
    return fixed if safe else text
