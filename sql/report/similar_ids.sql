-- Reads:  facts
-- Writes: nothing
-- Grain:  one row a fact whose id begins as the one asked for
-- Why:    ids are long; the first characters, or a typing error, should lead on
SELECT fact_id, label FROM facts
WHERE starts_with(fact_id, $fact_id) OR levenshtein(left(fact_id, 64), left($fact_id, 64)) <= 2
ORDER BY starts_with(fact_id, $fact_id) DESC, claims DESC, fact_id
LIMIT 5
