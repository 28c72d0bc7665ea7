-- Reads:  fact_claims
-- Writes: drift
-- Grain:  one row a flag
-- Why:    when facts are linked anew a claim may belong to another fact: its flags, closed ones too, go with it, so that
--         no flag names a fact that is gone
UPDATE drift
SET fact_id = l.fact_id
FROM fact_claims AS l
WHERE l.claim_id = drift.claim_id AND drift.fact_id <> l.fact_id
