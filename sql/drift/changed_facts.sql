-- Reads:  fact_claims, claims, witnesses, fact_ledger
-- Writes: changed_facts (temporary)
-- Grain:  one row a fact to compute
-- Why:    a new day touches few facts. $rules changes with the rules and thresholds; $fact_ids, if given, adds a
--         restriction.
CREATE OR REPLACE TEMP TABLE changed_facts AS
WITH prints AS (
    SELECT
        fc.fact_id,
        bit_xor(hash(c.claim_id, c.value, c.low, c.high, c.bound, c.unit, c.kind, c.attribute, c.measure, c.modality, c.as_of,
                     c.known_at, c.carried_from, w.witness, c.scope, c.place)) AS print
    FROM fact_claims AS fc
    JOIN claims AS c USING (claim_id)
    JOIN witnesses AS w ON w.article_id = c.article_id
    GROUP BY fc.fact_id
)
SELECT p.fact_id, xor(p.print, $rules::UBIGINT) AS print, row_number() OVER () AS fact -- a number while it is computed
FROM prints AS p
LEFT JOIN fact_ledger AS l USING (fact_id)
WHERE xor(p.print, $rules::UBIGINT) IS DISTINCT FROM l.tracked
  AND ($fact_ids::VARCHAR[] IS NULL OR list_contains($fact_ids::VARCHAR[], p.fact_id))
