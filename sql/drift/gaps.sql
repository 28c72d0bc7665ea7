-- Reads:  beside, told
-- Writes: gaps (temporary)
-- Grain:  one row a pair of claims that exclude each other, with the difference that a third figure may explain
-- Why:    a table of its own, so that the third figure is looked up by the difference and not the other way round
CREATE OR REPLACE TEMP TABLE gaps AS
WITH excluded AS (
    SELECT fact_id, claim_id, near_id, attribute, kind, unit, article_id, near_article, number, near_number, known_at, near_known_at
    FROM beside
    WHERE disjoint AND bears_state
    UNION
    SELECT t.fact_id, t.claim_id, n.claim_id, t.attribute, t.kind, t.unit, t.article_id, n.article_id, t.number, n.number, t.known_at, n.known_at
    FROM told AS t
    JOIN told AS n ON n.claim_id = t.holder_before
    WHERE t.how = 'up'
)
SELECT
    fact_id, claim_id, near_id, attribute, kind, unit, article_id, near_article, round(abs(number - near_number), 6) AS gap,
    least(number, near_number) AS smaller, greatest(number, near_number) AS larger,
    least(known_at, near_known_at) - to_hours(setting('window_hours')::INTEGER) AS from_at,
    greatest(known_at, near_known_at) + to_hours(setting('window_hours')::INTEGER) AS to_at
FROM excluded
WHERE number <> near_number AND kind = 'count' AND coalesce(attribute, 'other') <> 'other'
