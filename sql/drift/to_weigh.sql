-- Reads:  wanted_pairs (given by the step), pair_links, claim_links
-- Writes: nothing
-- Grain:  one row a wanted pair of claims that were not compared when they were linked
-- Why:    the linking model is asked about them, those of a time together: they share articles, which are read once a batch
SELECT w.claim_id, w.against_claim_id
FROM wanted_pairs AS w
ANTI JOIN pair_links AS p USING (claim_id, against_claim_id)
LEFT JOIN claim_links AS l USING (claim_id)
ORDER BY l.moment, l.tie, w.claim_id, w.against_claim_id
