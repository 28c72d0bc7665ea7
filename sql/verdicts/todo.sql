-- Reads:  fact_ledger, fact_timeline, claims, article_versions, reference_series
-- Writes: judging (temporary)
-- Grain:  one row a claim of a fact whose ledger or whose reference series changed since its verdicts were made
-- Why:    only those are judged again
CREATE OR REPLACE TEMP TABLE judging AS
WITH series AS (SELECT coalesce(bit_xor(hash(series, as_of, known_at, value, attribute, scope, place, unit)), 0::UBIGINT) AS print FROM reference_series)
SELECT t.*, c.modality, c.kind, c.measure, c.masked, c.attribute, c.scope, c.place, c.noun, c.carried_from, c.as_of,
    coalesce(dateless(c.published_at, c.known_at, v.first_seen_at), false) AS dateless, xor(l.tracked, s.print) AS print
FROM fact_ledger AS l
CROSS JOIN series AS s
JOIN fact_timeline AS t ON t.fact_id = l.fact_id
JOIN claims AS c USING (claim_id)
LEFT JOIN article_versions AS v ON v.article_id = c.article_id AND v.content_hash = c.content_hash
WHERE l.judged IS DISTINCT FROM xor(l.tracked, s.print)
