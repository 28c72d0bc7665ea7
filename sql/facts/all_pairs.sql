-- Reads:  claim_pairs
-- Writes: nothing
-- Grain:  one row a compared pair of at least $least
-- Why:    facts/pairs_inside.sql where every claim is in scope: a million claims have eighty million pairs
SELECT owner, other, score FROM claim_pairs WHERE score >= $least
