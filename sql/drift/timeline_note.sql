-- Reads:  explained
-- Writes: fact_timeline
-- Grain:  one row a claim whose difference a third figure explains
-- Why:    the ledger says why two figures that exclude each other are both right; a claim that nothing else flags is
--         compatible with the one that it seemed to exclude
UPDATE fact_timeline
SET note = e.words, against_claim_id = CASE WHEN relation IS NULL THEN e.near_id ELSE against_claim_id END,
    relation = coalesce(relation, 'compatible')
FROM (SELECT claim_id, arg_max(words, near_id) AS words, max(near_id) AS near_id FROM explained GROUP BY claim_id) AS e
WHERE fact_timeline.claim_id = e.claim_id
