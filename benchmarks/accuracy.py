"""How accurate is the extractor on our own labelled sentences, and has any figure fallen below its floor?

    python -m benchmarks.accuracy            score every language of data/gate and hold it against the floors
    python -m benchmarks.accuracy --raise    write the floors that the current figures allow; a floor only goes up
    python -m benchmarks.accuracy --errors   also print what was missed, wrong or invented

A predicted claim matches a labelled one of the same sentence when its interval's ends agree to six digits. F1 is over
all sentences of a language: ``value`` (the number), ``bound`` (number and bound), and the shares ``noun``,
``attribute``, ``measure``, ``modality`` among matched claims; ``traps`` is the share of labelled non-claims that were
taken for claims (its floor is a ceiling).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claims_pipeline.quantities import extract
from claims_pipeline.records import Quantity

GATE = Path(__file__).resolve().parent.parent / "data" / "gate"
FLOORS = GATE / "floors.toml"
SLACK = 0.005
"""A floor is set this far below the figure reached, so that the rounding of one case cannot fail a run."""


@dataclass
class Score:
    """Counts over the sentences of one language; see the module for what the figures mean."""

    n: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Each figure by name, from 0 to 1."""
        n = self.n

        def f1(hits: int) -> float:
            return 2 * hits / (n["gold"] + n["predicted"]) if n["gold"] + n["predicted"] else 0.0

        def share(part: str, whole: str) -> float:
            return n[part] / n[whole] if n[whole] else 1.0

        return {
            "value": f1(n["value"]),
            "bound": f1(n["bound"]),
            "noun": share("noun", "value"),
            "attribute": share("attribute", "attributes"),
            "measure": share("measure", "value"),
            "modality": share("modality", "value"),
            "traps": n["trapped"] / n["traps"] if n["traps"] else 0.0,
        }


def near(a: float | None, b: float | None) -> bool:
    """Equal to six digits; an absent number equals nothing."""
    return a is not None and b is not None and abs(a - b) <= 1e-6 * max(1.0, abs(a), abs(b))


def same_number(gold: dict[str, Any], q: Quantity) -> bool:
    """Do the labelled and the predicted claim state the same number, whatever their bounds?"""
    if gold["bound"] == "vague":
        return q.bound == "vague" and near(gold["low"], q.low)
    if gold["low"] != gold["high"]:
        return near(gold["low"], q.low) and near(gold["high"], q.high)
    return near(gold["low"], q.value)


def words(text: str | None) -> set[str]:
    """The words of a noun phrase, without digits."""
    return {w for w in re.findall(r"\w+", (text or "").casefold()) if not w.isdigit()}


def same_noun(gold: dict[str, Any], q: Quantity) -> bool:
    """Do the counted things share a word, or its first four letters? Both empty agree."""
    a, b = words(gold["noun"]) | words(gold.get("noun_resolved")), words(q.noun)
    return (not a and not b) or any(x == y or (min(len(x), len(y)) >= 4 and x[:4] == y[:4]) or x in y or y in x for x in a for y in b)


def score_sentence(row: dict[str, Any], score: Score) -> None:
    """Extract the sentence and add the outcome to ``score``."""
    wanted = [q for q in row["quantities"] if q["is_claim"]]
    traps = [q for q in row["quantities"] if not q["is_claim"]]
    got = [q for q in extract(row["sentence"], lang=row["lang"]) if q.is_claim]
    n, used = score.n, set()
    n.update(gold=len(wanted), predicted=len(got), traps=len(traps))
    for gold in wanted:
        candidates = [(q.bound == gold["bound"], -i) for i, q in enumerate(got) if i not in used and same_number(gold, q)]
        if not candidates:
            score.errors.append(f"MISSED   {row['id']}  {gold['text']!r}  {row['sentence']}")
            continue
        at = -max(candidates)[1]
        used.add(at)
        q = got[at]
        checks = {
            "bound": q.bound == gold["bound"],
            "noun": same_noun(gold, q),
            "measure": q.measure == gold["measure"],
            "modality": q.modality == gold["modality"],
        }
        if gold.get("attribute") not in (None, "other"):
            n["attributes"] += 1
            checks["attribute"] = q.attribute == gold["attribute"]
        n.update(["value"], **{name: int(right) for name, right in checks.items()})
        for name in (k for k, right in checks.items() if not right):
            score.errors.append(
                f"{name.upper():<8} {row['id']}  {gold['text']!r}: {gold[name]!r}, not {getattr(q, name)!r}  {row['sentence']}"
            )
    spare = [q for i, q in enumerate(got) if i not in used]
    taken = [t for t in traps if any(t["text"] in q.text or q.text in t["text"] for q in spare)]
    n["trapped"] += len(taken)
    score.errors += [f"TRAP     {row['id']}  {t['text']!r} ({t['kind']})  {row['sentence']}" for t in taken]
    score.errors += [f"INVENTED {row['id']}  {q.text!r}  {row['sentence']}" for q in spare]


def score_language(file: Path) -> Score:
    """Score one file of labelled sentences."""
    score = Score()
    for line in file.read_text(encoding="utf8").splitlines():
        if line.strip():
            score_sentence(json.loads(line), score)
    return score


def below(lang: str, figures: dict[str, float], floors: dict[str, dict[str, float]]) -> list[str]:
    """The figures that fell below their floor (for traps: rose above their ceiling), in words."""
    out = []
    for name, floor in floors.get(lang, {}).items():
        if (figures[name] > floor) if name == "traps" else (figures[name] < floor):
            out.append(f"{lang} {name}: {figures[name]:.3f}, floor {floor:.3f}")
    return out


def raised(lang: str, figures: dict[str, float], floors: dict[str, dict[str, float]]) -> dict[str, float]:
    """The floors that the figures allow, never looser than the present ones."""
    old = floors.get(lang, {})
    out = {}
    for name, value in figures.items():
        new = round(value + SLACK, 3) if name == "traps" else round(value - SLACK, 3)
        out[name] = (min if name == "traps" else max)(new, old.get(name, new))
    return out


def main(arguments: list[str] | None = None) -> int:
    """Print one line a language; exit code 1 when a figure is below its floor."""
    parser = argparse.ArgumentParser(description="Score the extractor on data/gate.")
    parser.add_argument("--raise", dest="lift", action="store_true", help="write the floors that the figures allow")
    parser.add_argument("--errors", action="store_true", help="print every error")
    options = parser.parse_args(arguments)
    floors = tomllib.loads(FLOORS.read_text(encoding="utf8")) if FLOORS.exists() else {}
    fallen, new = [], {}
    for file in sorted(GATE.glob("*.jsonl")):
        lang = file.stem.removeprefix("sentences_")
        score = score_language(file)
        figures = score.figures()
        print(f"{lang:4}" + "".join(f"  {name} {value:.3f}" for name, value in figures.items()) + f"  ({score.n['gold']} claims)")
        if options.errors:
            print("\n".join(score.errors))
        fallen += below(lang, figures, floors)
        new[lang] = raised(lang, figures, floors)
    if options.lift:
        lines = ["# What the extractor reaches on the labelled sentences beside this file; CI fails below. A floor only goes up."]
        for lang, values in new.items():
            lines += ["", f"[{lang}]", *(f"{name} = {value:.3f}" for name, value in values.items())]
        FLOORS.write_text("\n".join(lines) + "\n", encoding="utf8")
    for line in fallen:
        print(f"below the floor: {line}")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
