-- Reads:  claims, claim_texts
-- Writes: nothing
-- Grain:  one row a claim that can be linked
-- Why:    a rebuild takes them all. A claim repeated in a later version of its article is not linked again
SELECT claim_id FROM claims JOIN claim_texts USING (claim_id) WHERE carried_from IS NULL
