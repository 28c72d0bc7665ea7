"""Word lists of the data files become patterns that run in time linear in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from claims_pipeline.quantities.fold import fold_word
from claims_pipeline.quantities.language import Language

MARKS = "\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0962\u0963\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
LETTER = rf"(?:[^\W\d_]|[{MARKS}])"
"""A letter or a combining sign: Python counts the vowel signs of Hindi and Thai as no part of a word."""


def words(section: Any) -> list[str]:
    """The folded words of a list, or of a table's keys, longest first."""
    return sorted({fold_word(str(word)) for word in section or ()} - {""}, key=lambda w: (-len(w), w))


def table(section: Any) -> dict[str, Any]:
    """A table of the data file with folded keys."""
    return {fold_word(key): value for key, value in (section or {}).items()}


def inverted(section: Any) -> dict[str, str]:
    """``{name: [words]}`` of the data file as ``{folded word: name}``; the first name that claims a word keeps it."""
    found: dict[str, str] = {}
    for name, forms in (section or {}).items():
        for form in forms:
            found.setdefault(fold_word(form), name)
    return found


def trie(entries: Iterable[str]) -> str:
    """A pattern that matches the longest of ``entries``, deciding each character once.

    A plain alternation of 300 words tries 300 words at every position; this one branches like the words do.
    Never matches when there are no entries.
    """
    root: dict[str, Any] = {}
    for entry in entries:
        node = root
        for mark in entry:
            node = node.setdefault(mark, {})
        node[""] = True
    return _branch(root) if root else "(?!)"


def _branch(node: dict[str, Any]) -> str:
    arms = [re.escape(mark) + _branch(below) if below.keys() != {""} else re.escape(mark) for mark, below in sorted(node.items()) if mark]
    if not arms:
        return ""
    single = all(len(arm) == 1 for arm in arms)
    body = f"[{''.join(arms)}]" if single and len(arms) > 1 else "|".join(arms)
    if "" in node:
        return f"(?:{body})?"
    return body if len(arms) == 1 or single else f"(?:{body})"


def stems(entries: Any) -> str:
    """The entries of a word list of the meaning half as one pattern: "soldad*" stands for all its endings."""
    listed = words(entries)
    stems = trie(w[:-1] for w in listed if w.endswith("*") and len(w) > 1)
    return rf"{stems}|(?:{trie(w for w in listed if '*' not in w)})(?![^\W\d_])"


def spaced(language: Language) -> bool:
    """Whether the script puts spaces between words."""
    return bool(language.section("script").get("spaces", True))


def left_edge(language: Language) -> str:
    """What must stand before a word of the language."""
    if not spaced(language):
        return ""
    prefixes = words(language.section("script").get("prefixes"))
    return rf"(?<!{_LETTER_CLASS})(?<![{MARKS}]){f'(?:{trie(prefixes)})?' if prefixes else ''}"


def right_edge(language: Language) -> str:
    """What must follow a word of the language; nothing where suffixes are glued to it (Turkish, Korean)."""
    script = language.section("script")
    return "" if not spaced(language) or script.get("suffixes", False) else rf"(?!{LETTER})"


# A look-behind needs one fixed width: two classes instead of the alternation above. Without the marks "चार" (four) is found in
# "विचार" (thought).
_LETTER_CLASS = r"[^\W\d_]"
