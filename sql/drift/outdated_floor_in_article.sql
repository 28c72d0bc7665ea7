-- Reads:  told, claims, fact_claims
-- Writes: found
-- Grain:  one row an "at least" that an article left standing far below the figure that it tells itself
-- Why:    "at least two shot dead" of the first message, embedded in the article whose own text has at least 59: the linker
--         keeps a lone floor apart, so the two stand in two facts of one article. Both count people to whom the same
--         thing happened, neither names another place, another day or a part of them, and no other article tells the floor
--         as a question of its own.
INSERT INTO found BY NAME
SELECT t.fact_id, 'outdated_repeat' AS relation, t.claim_id, arg_max(n.claim_id, n.low) AS against_claim_id, 0.6 AS weight, true AS apart,
       'the floor was left far behind' AS detail
FROM told AS t
JOIN claims AS n ON n.article_id = t.article_id AND n.content_hash = t.content_hash AND n.attribute = t.attribute
    AND n.kind = 'count' AND n.modality = 'asserted' AND n.measure = 'total' AND n.low IS NOT NULL AND n.sentence <> t.sentence
    AND counted_as(n.noun, n.unit) = 'person'
    AND coalesce(n.place = t.place, true) AND coalesce(n.as_of = t.as_of, true) AND coalesce(n.scope, '') = '' AND NOT tells_rest(n.masked)
WHERE t.counted AND t.kind = 'count' AND t.measure = 'total' AND coalesce(t.attribute, 'other') <> 'other' AND t.unit = 'person' AND coalesce(t.scope, '') = ''
  AND t.bound IN ('at_least', 'more_than') AND t.number < n.low * setting('stale_floor_share')
  AND n.low <= t.number * setting('floor_reach') -- 50 of one raid beside 131,000 of a pandemic
  AND NOT EXISTS (FROM fact_claims AS f JOIN claims AS o ON o.claim_id = f.claim_id WHERE f.fact_id = t.fact_id AND o.article_id <> t.article_id)
  AND NOT EXISTS (FROM fact_claims AS f WHERE f.claim_id = n.claim_id AND f.fact_id = t.fact_id)
  AND NOT EXISTS (FROM found AS f WHERE f.claim_id = t.claim_id)
GROUP BY t.fact_id, t.claim_id
