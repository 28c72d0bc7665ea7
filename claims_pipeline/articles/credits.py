"""Which sources an article itself credits: "Sumber: ...", "dikutip dari ...", "(Reuters) -", "told AFP"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from claims_pipeline.articles.datelines import Dateline
from claims_pipeline.articles.outlets import DATA, Outlet, by_host, by_name, register

_DOMAIN = re.compile(
    r"(?<![\w@/.-])((?:[a-zA-Z0-9-]{2,}\.){1,3}(?:com|co|net|org|id|news|tv|info|uk|ru|de|fr|es|it|my|sg|in|au|ca|me|edu))(?![\w.]*@)\b"
)
_MEDIA_WORD = re.compile(
    r"\b(?:News|Times|Post|Daily|Herald|Tribune|Journal|TV|Radio|Magazine|Online|Gazette"
    r"|Press|Today|Mail|Star|Observer|Chronicle|Echo|Insider|Zeitung|Sport|Sports|Pos|Kini)\b"
)
_NAME = re.compile(r"[A-Z][\w.&’'-]*(?:[ ](?:(?:of|de|della|the|di)[ ])?[A-Z][\w.&’'-]*){0,4}")
_NOT_MEDIA = re.compile(
    r"(?i)^(?:facebook|twitter|instagram|youtube|tiktok|whatsapp|wikipedia|google|linkedin|telegram)(?:nya)?\b"
    r"|^(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|\b(?:wikipedia|instagram|facebook|twitter|youtube|tiktok|google|wikimedia|gov|go)\."
)
_PHOTO = re.compile(
    r"(?i)(?:photo|foto|image|picture|video|getty|via getty|images?|courtesy|gambar|dok)"
    r"\W{0,3}(?:by|of|from|oleh|courtesy of|credit)?\W{0,3}$"
)
_PICTURE = re.compile(
    r"(?i)[(/][^()]{0,60}\bvia $|\b(?:photo|image|picture|video|footage|caption|credit)s?\b"
    r"[^.\n]{0,30}(?:by|from|via|of|provided by)[^.\n]{0,10}$"
)
_PHOTO_AFTER = re.compile(r"(?i)^(?:\s*[/|]\s*[A-Z]|\s*(?:photo|foto|images?|file photo|pool)\b)")
_END = re.compile(r"\(\s*([A-Za-z][\w .]{1,24}(?:\s*/\s*[A-Za-z][\w .]{1,24}){0,3})\s*\)\W*$")
_DATED = re.compile(
    r"(?i)\s*,?\s*(?:pada\s+|on\s+)?(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad|(?:mon|tues|wednes|thurs|fri|satur|sun)day)?"
    r"\s*,?\s*\(\d{1,2}\s*/\s*\d{1,2}(?:\s*/\s*\d{2,4})?\)"
)
"""The day in brackets that follows the source of a report: "dilansir Euronews, Selasa (17/6/2025)"."""
_CHAIN = r"[^,;:\n()]{1,45}?\s(?:dari|daripada|from|via)"
"""Between phrase and name where one outlet took the story from another: "dikutip secara tertulis oleh A dari B"."""
_REACH = 90
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class _Phrases:
    label: re.Pattern[str]
    before: re.Pattern[str]
    strong: re.Pattern[str]
    after: re.Pattern[str]
    glued: re.Pattern[str]
    closing: re.Pattern[str]


def credits(text: str, *, own: str | None, line: Dateline | None = None, author: str | None = None) -> list[str]:
    """Canonical names of the sources that ``text`` credits, in the order found; ``own`` outlet left out.

    Found are known sources beside a credit phrase, and after the strongest phrases also web domains, names that look
    like media, and names with the day of the report behind them. Photo credits and editors are none.
    """
    text = _phrases().glued.sub(r"\g<0> ", text)
    found: list[tuple[int, str]] = []
    if line:
        found += [(0, outlet.name) for name in line.sources if (outlet := by_name(name))]
    if author and (outlet := by_name(author)) and outlet.is_wire:
        found.append((0, outlet.name))
    found += _labels(text)
    known, spans = _known(text)
    found += known
    found += _unknown(text, spans)
    found += _closing(text)
    own_folded = (own or "").casefold()
    return list(dict.fromkeys(name for _, name in sorted(found) if name.casefold() != own_folded))


@cache
def _phrases() -> _Phrases:
    """The phrases of ``data/credits.toml``, all languages together."""
    data = tomllib.loads((DATA / "credits.toml").read_text(encoding="utf8"))

    def words(*keys: str, least: int = 1) -> str:
        listed = {phrase for language in data.values() for k in keys for phrase in language.get(k, ()) if len(phrase) >= least}
        return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(listed, key=lambda p: (-len(p), p)))

    gap = rf"(?:[\s,:\"“'’]*\b(?:{words('between')})\b)*[\s,:\"“'’(]*"
    return _Phrases(
        label=re.compile(rf"(?im)(?:^|\n|\.\s|[(\[]|,,|[\"”]\s?)\s*(?:{words('label')})\s*:\s*([^\n]{{2,120}})"),
        before=re.compile(rf"(?i)(?<!\w)(?:{words('strong', 'weak')}|(?:{words('strong')})\b{_CHAIN}){gap}$"),
        strong=re.compile(rf"(?<!\w)(?i:{words('strong')})(?:\b{_CHAIN})?(?i:{gap})(?=[A-Za-z0-9])"),
        after=re.compile(
            rf"(?i)^[\"”’']?(?:\s+(?:news|agency|news\s+agency|also|has|had|the|pun|juga|kemudian|on|this|\w+day))*"
            rf"\s*,?\s+(?:{words('after')})\b"
        ),
        closing=re.compile(rf"(?i)[\n(]\s*(?:{words('label')})\s+((?:\w+(?:\W{{1,2}}|$)){{1,5}})$"),
        # scrapes that drop links glue their words: "dilansirAntara", "dari lamanThe China Journey". Short words are left alone:
        # "a" and "le" begin names ("ABC", "LeBron")
        glued=re.compile(rf"(?<!\w)(?:(?i:{words('strong', 'between', least=4)}))(?<=[a-z])(?=[A-Z][\w.])"),
    )


def _labels(text: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    if ":" not in text:
        return found
    for match in _phrases().label.finditer(text):
        for part in re.split(r"[,/;&|]|\bdan\b|\band\b|\bet\b|\by\b|\bund\b", match[1]):
            name = re.split(r"[.]\s|\s-\s|\(|Editor|Penulis|Reporter", part.strip(" \"'”“.)]-"))[0].strip(" .)")
            if (outlet := by_name(name)) is not None:
                found.append((match.start(), outlet.name))
            elif (domain := _DOMAIN.fullmatch(name)) and not _NOT_MEDIA.search(name):
                found.append((match.start(), _domain_name(domain[1])))
            elif _NAME.fullmatch(name) and _MEDIA_WORD.search(name):
                found.append((match.start(), name))
    return found


@dataclass(frozen=True, slots=True)
class _Spelling:
    name: str
    outlet: Outlet
    pattern: re.Pattern[str]


@cache
def _spellings() -> tuple[dict[str, list[_Spelling]], list[_Spelling]]:
    """Known names by their first word, and those in scripts that glue words together."""
    known = register()
    by_word: dict[str, list[_Spelling]] = {}
    glued: list[_Spelling] = []
    for name, outlet in {**known.weak, **known.names}.items():
        pattern = re.compile(rf"(?<![\w.@/-]){re.escape(name)}(?![\w-])(?!\.(?!com\b)[a-z]{{2,3}}\b)")
        first = _WORD.search(name)
        if first is None or name[0] >= "\u0590":
            glued.append(_Spelling(name, outlet, pattern))
        else:
            by_word.setdefault(first[0], []).append(_Spelling(name, outlet, pattern))
    return by_word, glued


def _present(text: str) -> list[_Spelling]:
    """The spellings that can occur in ``text``, longest first."""
    by_word, glued = _spellings()
    words = set(_WORD.findall(text))
    found = [s for word in words & by_word.keys() for s in by_word[word] if s.name in text]
    found += [s for s in glued if s.name in text]
    return sorted(found, key=lambda s: (-len(s.name), s.name))


def _known(text: str) -> tuple[list[tuple[int, str]], list[tuple[int, int]]]:
    """Known sources whose neighbourhood is a credit phrase, and where known names stand at all.

    A longer name hides the shorter one inside it.
    """
    phrases = _phrases()
    found: list[tuple[int, str]] = []
    taken: list[tuple[int, int]] = []
    for spelling in _present(text):
        for match in spelling.pattern.finditer(text):
            if any(a <= match.start() < b for a, b in taken):
                continue
            taken.append(match.span())
            before = text[max(0, match.start() - _REACH) : match.start()]
            after = text[match.end() : match.end() + _REACH]
            if _PHOTO.search(before) or _PICTURE.search(before) or _PHOTO_AFTER.match(after):
                continue
            if phrases.before.search(before) or phrases.after.match(after):
                found.append((match.start(), spelling.outlet.name))
    return found, taken


def _unknown(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, str]]:
    """What follows the strongest phrases and is a web domain or a name with a media word in it."""
    found: list[tuple[int, str]] = []
    for match in _phrases().strong.finditer(text):
        rest = text[match.end() : match.end() + _REACH]
        domain = _DOMAIN.match(rest)
        if domain and not _NOT_MEDIA.search(domain[1]):
            found.append((match.end(), _domain_name(domain[1])))
        elif any(a < match.end() + 40 and match.end() - 5 < b for a, b in spans):
            continue  # a known name, perhaps without its article ("The Star")
        elif (name := _NAME.match(rest)) and not _NOT_MEDIA.search(name[0]) and _is_source(name, rest):
            shown = name[0].rstrip(".'’-")
            found.append((match.end(), (by_name(shown) or Outlet(shown, False, None)).name))
    return found


def _is_source(name: re.Match[str], rest: str) -> bool:
    """The name has a media word in it, or the day of the report follows it in brackets, as it follows no other name."""
    return bool(_MEDIA_WORD.search(name[0]) or _DATED.match(rest, name.end()))


def _closing(text: str) -> list[tuple[int, str]]:
    """The agencies that close a story: "(ant/reuters)", "Avec AFP et Reuters." with or without brackets."""
    match = _phrases().closing.search(text[-80:])
    if match:
        named = (by_name(name) for name in re.split(r"\s*[/,]\s*|\s+\w{1,3}\s+", match[1].strip(" .)")))
        return [(len(text), outlet.name) for outlet in named if outlet is not None and outlet.is_wire]
    match = _END.search(text[-80:])
    names: Iterable[str] = re.split(r"\s*/\s*", match[1]) if match else ()
    return [(len(text), outlet.name) for name in names if (outlet := by_name(name)) and (outlet.is_wire or len(name) > 3)]


def _domain_name(domain: str) -> str:
    host = domain.lower().removeprefix("www.")
    known = by_host(host)
    return known.name if known else host
