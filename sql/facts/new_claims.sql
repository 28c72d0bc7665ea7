-- Reads:  readings, claim_links
-- Writes: nothing
-- Grain:  one row a claim that can be linked and is not yet, or not as it is read now, in the order in which claims look back
-- Why:    the cost of a run depends on these
SELECT claim_id
FROM readings
ANTI JOIN claim_links USING (claim_id, reading)
ORDER BY known_at, article_id, claim_id
