-- Reads:  fact_claims
-- Writes: nothing
-- Grain:  one row a claim of the two facts, at most $each a fact
-- Why:    what the other claims of two facts say about each other
SELECT fact_id, claim_id
FROM fact_claims
WHERE fact_id IN ($fact_a, $fact_b)
QUALIFY row_number() OVER (PARTITION BY fact_id ORDER BY hash(claim_id)) <= $each
ORDER BY fact_id, claim_id
