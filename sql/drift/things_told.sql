-- Reads:  found, claims
-- Writes: nothing
-- Grain:  one row a counted thing and its language
-- Why:    what the explanations of the flags name, each once
SELECT DISTINCT c.noun, c.lang
FROM claims AS c
WHERE c.noun <> '' AND c.unit IS NULL
  AND (c.claim_id IN (SELECT claim_id FROM found) OR c.claim_id IN (SELECT against_claim_id FROM found))
ORDER BY ALL
