"""Names what the claims of the flags count in English, so that a reader of English alone knows what 12,340 "orang" are.

The dictionaries of the facts' labels say what they know, and leave what they do not know in quotes as it is written.
"""

from __future__ import annotations

import duckdb

from claims_pipeline import warehouse as wh
from claims_pipeline.facts.things import thing


def name(con: duckdb.DuckDBPyConnection) -> int:
    """Fill the temporary table ``thing_names`` with the counted things of the claims in ``found``; give how many they are."""
    import pyarrow as pa

    told = wh.run(con, "drift/things_told").fetchall()
    nouns = [noun for noun, _ in told]
    langs = [lang for _, lang in told]
    con.register("named", pa.table({
        "noun": pa.array(nouns, pa.string()), "lang": pa.array(langs, pa.string()),
        "name": pa.array([in_english(noun, lang) for noun, lang in told], pa.string()),
    }))  # fmt: skip
    wh.run(con, "drift/thing_names")
    con.unregister("named")
    return len(told)


def in_english(noun: str, lang: str) -> str:
    """ "orang anggota DPR" in "id" -> "members of parliament"; a noun of English as it is written; empty where nothing is named."""
    return noun if lang == "en" else thing(noun, lang).full
