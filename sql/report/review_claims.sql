-- Reads:  v_timeline
-- Writes: nothing
-- Grain:  one row a claim of the facts given, at most $each a fact
-- Why:    what is laid side by side; of a large fact one claim an outlet comes first, then second ones
WITH own AS (
    SELECT
        *, count(*) OVER (PARTITION BY fact_id) AS of_fact,
        row_number() OVER (PARTITION BY fact_id, coalesce(outlet, article_id) ORDER BY md5(claim_id)) AS nth
    FROM v_timeline
    WHERE list_contains($facts, fact_id)
)
SELECT *
FROM own
QUALIFY row_number() OVER (PARTITION BY fact_id ORDER BY nth, md5(claim_id)) <= $each
ORDER BY fact_id, seq, known_at, claim_id
