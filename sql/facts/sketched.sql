-- Reads:  claim_links, claim_sketches
-- Writes: nothing
-- Grain:  one row: whether every linked claim has its sketch
-- Why:    a ledger that an older version linked has none
SELECT (SELECT count(*) FROM claim_links) = (SELECT count(*) FROM claim_sketches)
