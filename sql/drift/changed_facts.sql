-- Reads:  fact_claims, claims, witnesses, fact_ledger
-- Writes: changed_facts (temporary)
-- Grain:  one row a fact to compute
-- Why:    a new day touches few facts. A claim counts with all that it says, because some rule looks at each word of it, and
--         with all that its article says elsewhere, and in which fact: what is a part of what, and how far two claims can be
--         trusted to answer one question, is seen beside the article's other figures. $rules changes with the rules and
--         thresholds; $fact_ids, if given, adds a restriction.
CREATE OR REPLACE TEMP TABLE changed_facts AS
WITH said AS (
    SELECT c.article_id, f.fact_id, hash(hash(c), f.fact_id) AS print
    FROM claims AS c
    LEFT JOIN fact_claims AS f USING (claim_id)
),
articles AS (
    SELECT s.article_id, hash(bit_xor(s.print), any_value(w.witness)) AS print
    FROM said AS s
    JOIN witnesses AS w USING (article_id)
    GROUP BY s.article_id
),
prints AS (
    SELECT fact_id, bit_xor(print) AS print
    FROM (SELECT DISTINCT s.fact_id, a.print FROM said AS s JOIN articles AS a USING (article_id) WHERE s.fact_id IS NOT NULL)
    GROUP BY fact_id
)
SELECT p.fact_id, xor(p.print, $rules::UBIGINT) AS print, row_number() OVER () AS fact -- a number while it is computed
FROM prints AS p
LEFT JOIN fact_ledger AS l USING (fact_id)
WHERE xor(p.print, $rules::UBIGINT) IS DISTINCT FROM l.tracked
  AND ($fact_ids::VARCHAR[] IS NULL OR list_contains($fact_ids::VARCHAR[], p.fact_id))
