-- Reads:  ranked
-- Writes: fact_timeline
-- Grain:  one row a claim
-- Why:    the timeline shows each claim's gravest relation beside it; a claim that agrees keeps its quiet one, and so does one that only differs
--         if a weak link holds
UPDATE fact_timeline
SET relation = worst.relation, against_claim_id = worst.against_claim_id
FROM (
    SELECT r.claim_id, arg_max(r.relation, (r.severity, r.relation)) AS relation, arg_max(r.against_claim_id, (r.severity, r.relation)) AS against_claim_id
    FROM ranked AS r
    WHERE NOT r.possible
    GROUP BY r.claim_id
) AS worst
WHERE fact_timeline.claim_id = worst.claim_id
