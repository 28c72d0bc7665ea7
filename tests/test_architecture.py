"""The flow is the architecture: what may import what, and where SQL lives."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "claims_pipeline"
FLOW = ["articles", "quantities", "embeddings", "facts", "drift", "report", "alerts"]
SHELL = {"defs", "cli", "definitions.py"}
MODULES = sorted(p for p in PACKAGE.rglob("*.py"))


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0]


@pytest.mark.parametrize("path", [p for p in MODULES if part(p) not in SHELL], ids=lambda p: str(p.relative_to(PACKAGE)))
def test_logic_knows_neither_dagster_nor_what_comes_after_it(path: Path) -> None:
    seen = imports(path)
    assert not {m for m in seen if m.split(".")[0] == "dagster"}, "logic imports no Dagster"
    later = FLOW[FLOW.index(part(path)) + 1 :] if part(path) in FLOW else FLOW if part(path) == "warehouse" else []
    flowing_back = {m for m in seen for step in later if m.startswith(f"claims_pipeline.{step}")}
    assert not flowing_back, "nothing flows back"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_sql_lives_in_sql(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        text = "".join(str(v.value) for v in node.values if isinstance(v, ast.Constant)) if isinstance(node, ast.JoinedStr) else ""
        assert not re.match(
            r"\s*(select\s|insert\s+into|update\s+\w+\s+set|delete\s+from|create\s|with\s+\w+\s+as\s)", text, re.IGNORECASE
        ), f"line {node.lineno}: SQL in an f-string"


def test_modules_stay_small() -> None:
    lengths = sorted(len(p.read_text(encoding="utf8").splitlines()) for p in MODULES)
    assert lengths[len(lengths) // 2] < 150, "the median module"
    assert lengths[-1] <= 400, "the longest module"


def test_the_extractor_imports_nothing_heavy() -> None:
    import subprocess
    import sys

    code = "import sys, claims_pipeline.quantities; print(sorted({m.split('.')[0] for m in sys.modules} & set(sys.argv[1:])))"
    done = subprocess.run(
        [sys.executable, "-c", code, "dagster", "duckdb", "torch", "pandas", "pyarrow"], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
