-- Reads:  claim_keys, asked (numbers of claims, given by the step)
-- Writes: nothing
-- Grain:  one row a claim and key, for the keys of the claims asked
-- Why:    the blocks in which those claims stand, with all that stands in them
SELECT k.key, k.number
FROM claim_keys AS k
SEMI JOIN (SELECT DISTINCT o.key FROM claim_keys AS o SEMI JOIN asked AS a ON a.number = o.number) AS w ON w.key = k.key
