-- Reads:  nothing
-- Writes: fact_decisions
-- Grain:  one row a pair of claims, the smaller id first
-- Why:    the last word of an analyst on a pair stands
INSERT OR REPLACE INTO fact_decisions (claim_a, claim_b, decision, note, decided_by, decided_at)
VALUES ($a, $b, $decision, $note, $decided_by, $now)
