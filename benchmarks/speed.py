"""How fast is the extractor, on one core, beside a peer and a bare digit regex in the same run?

    python -m benchmarks.speed [FILE.jsonl ...] [--sentences 20000]

FILEs hold one article a line (text, lang); default: the labelled sentences of data/gate. The peer is quantulum3 where
it is installed (extra "benchmark"); it reads a sample, because it is slower. Prints sentences a second and ratios.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from claims_pipeline.quantities import extract

GATE = Path(__file__).resolve().parent.parent / "data" / "gate"
DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
SPLIT = re.compile(r"(?<=[.!?])\s+|\n+")


def texts(files: Iterable[Path]) -> list[tuple[str, str, int]]:
    """(text, language, sentences) of every article; sentences are counted the same crude way for every tool."""
    out = []
    for file in files:
        for line in file.read_text(encoding="utf8").splitlines():
            row = json.loads(line)
            text = row.get("text") or row.get("sentence") or ""
            out.append((text, row.get("lang", "en"), max(1, len(SPLIT.split(text)))))
    return out


def rate(read: Callable[[str, str], object], articles: list[tuple[str, str, int]]) -> float:
    """Sentences a second."""
    began = time.perf_counter()
    for text, lang, _ in articles:
        read(text, lang)
    return sum(n for _, _, n in articles) / (time.perf_counter() - began)


def peer() -> Callable[[str, str], object] | None:
    """quantulum3's parser without its classifier, or None where it is not installed."""
    try:
        from quantulum3 import classifier, parser
    except ImportError:
        return None
    classifier.USE_CLF = False  # its pickled classifier loads with old releases of scikit-learn only
    return lambda text, _lang: parser.parse(text)


def main(arguments: list[str] | None = None) -> int:
    """Print the table."""
    options = argparse.ArgumentParser(description="Extraction speed as a ratio to a peer and to a digit regex.")
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--articles", type=int, default=3000, help="articles at most")
    options.add_argument("--peer-articles", type=int, default=150, help="articles that the peer reads")
    given = options.parse_args(arguments)
    articles = texts(given.files or sorted(GATE.glob("sentences_*.jsonl")))
    step = max(1, len(articles) // given.articles)
    articles = articles[::step]
    for text, lang, _ in articles[:20]:
        extract(text, lang=lang)  # load the language files first
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    ours = rate(lambda text, lang: extract(text, lang=lang), articles)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    digits = rate(lambda text, _lang: DIGITS.findall(text), articles)
    print(f"articles {len(articles):,}, sentences {sum(n for *_, n in articles):,}; memory grew by {grown:.0f} MB")
    print(f"{'tool':<22}{'sentences/s':>12}{'ours / tool':>13}")
    print(f"{'claims_pipeline':<22}{ours:>12,.0f}{1:>13.2f}")
    print(f"{'digit regex':<22}{digits:>12,.0f}{ours / digits:>13.3f}")
    english = [a for a in articles if a[1] == "en"][: given.peer_articles]
    if english and (read := peer()):
        theirs = rate(read, english)
        print(f"{'quantulum3 (English)':<22}{theirs:>12,.0f}{ours / theirs:>13.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
