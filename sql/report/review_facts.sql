-- Reads:  v_facts
-- Writes: nothing
-- Grain:  one row a fact to be judged
-- Why:    a sample that the seed alone decides: the same ledger gives the same facts, in whatever order it was filled. A fact
--         with one claim cannot be impure
SELECT *, count(*) OVER () AS of_all
FROM v_facts
WHERE claims >= 2 AND (NOT $multi_outlet OR outlets >= 2)
ORDER BY md5(fact_id || '/' || $seed), fact_id
LIMIT $sample
