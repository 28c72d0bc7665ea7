"""Analysts' decisions on pairs of claims: pins and cuts that survive every later run."""

from __future__ import annotations

from datetime import UTC, datetime

from claims_pipeline.errors import ClaimsError
from claims_pipeline.facts.reasons import Account, account
from claims_pipeline.facts.step import open_claims
from claims_pipeline.warehouse import Warehouse, open_snapshot, run

KINDS = ("pin", "cut", "none")


def decide(warehouse: Warehouse, claim_a: str, claim_b: str, decision: str, note: str | None = None, by: str | None = None) -> None:
    """Record that two claims belong together (``pin``), never do (``cut``), or that neither is decided any more (``none``).

    The next run of :func:`claims_pipeline.facts.link` applies it. :class:`ClaimsError` for an unknown claim or decision.
    """
    if decision not in KINDS:
        raise ClaimsError(f"decision {decision!r}", "not one of pin, cut, none", "Give one of them.")
    if claim_a == claim_b:
        raise ClaimsError(f"claim {claim_a}", "held against itself", "Give two different claims.")
    a, b = sorted((claim_a, claim_b))
    with warehouse.write() as con:
        found = {row[0] for row in run(con, "facts/claims_named", claims=[a, b]).fetchall()}
        for claim in (a, b):
            if claim not in found:
                raise ClaimsError(f"claim {claim}", "no such claim", "Find its id with `claims show FACT`.")
        now = datetime.now(UTC).replace(tzinfo=None)
        run(con, "facts/decide", a=a, b=b, decision=decision, note=note, decided_by=by, now=now)


def why(snapshot: str, claim_a: str, claim_b: str) -> Account:
    """The full account of two claims in a published warehouse: every part, what it says, and the probability.

    :class:`ClaimsError` where the warehouse or one of the claims is not there.
    """
    con = open_snapshot(snapshot)
    try:
        claims, model = open_claims(con, [claim_a, claim_b])
        at = {claim: place for place, claim in enumerate(claims.ids)}
        for claim in (claim_a, claim_b):
            if claim not in at:
                raise ClaimsError(f"claim {claim}", "not among the linked claims", "Find its id with `claims show FACT`.")
        return account(claims, model, at[claim_a], at[claim_b])
    finally:
        con.close()
