-- Reads:  fact_ledger, fact_timeline, drift
-- Writes: fact_ledger
-- Grain:  one row a fact with a flag against a claim of another fact that changed
-- Why:    a slip between two facts is found in one of them and leans on the other: when that one is read differently, the
--         flag and the verdict must be made again
UPDATE fact_ledger SET flagged = NULL, judged = NULL
WHERE fact_id IN (
    SELECT own.fact_id
    FROM drift AS d
    JOIN fact_timeline AS own ON own.claim_id = d.claim_id
    JOIN fact_timeline AS other ON other.claim_id = d.against_claim_id
    JOIN fact_ledger AS l ON l.fact_id = other.fact_id
    WHERE other.fact_id <> own.fact_id AND l.flagged IS DISTINCT FROM l.tracked
)
