-- Reads:  gaps, claims, claim_texts, fact_claims
-- Writes: explained (temporary)
-- Grain:  one row a pair of claims that exclude each other, where a third figure of the story says why
-- Why:    10 dead, "five more died", 15 dead: the increment explains the rise. 31 dead where others have 22: the same article
--         tells the nine of the other shooting, so 31 is their sum. Neither is a contradiction. The difference must be the
--         third figure to the digit, of the same kind of count, of things that something happened to (others add up by
--         chance). An increment was told between the two, or within a window
--         of them, in the article of one of the two, or, where it is no handful, in one that shares two names with the
--         claim's; a part stands in the article of one of the two and is no handful: small numbers add up by chance.
CREATE OR REPLACE TEMP TABLE explained AS
WITH tellers AS (
    SELECT *, article_id AS teller FROM gaps
    UNION ALL
    SELECT *, near_article FROM gaps WHERE near_article <> article_id
),
thirds AS ( -- beside one of the two
    SELECT p.* EXCLUDE (teller), CASE s.measure WHEN 'increment' THEN 'increment' ELSE 'sum' END AS how, s.claim_id AS part_id, s.outlet, s.article_id AS told_in, s.value, s.quote
    FROM tellers AS p
    JOIN claims AS s ON s.article_id = p.teller AND s.value = p.gap
    LEFT JOIN fact_claims AS f ON f.claim_id = s.claim_id
    WHERE s.measure IN ('increment', 'total') AND s.modality = 'asserted' AND s.kind = p.kind AND s.unit IS NOT DISTINCT FROM p.unit
      AND s.attribute = p.attribute AND f.fact_id IS DISTINCT FROM p.fact_id AND (s.measure = 'increment' OR s.value >= setting('sum_from'))
    UNION ALL -- an increment elsewhere in the story
    SELECT p.*, 'increment', i.claim_id, i.outlet, i.article_id, i.value, i.quote
    FROM gaps AS p
    JOIN claims AS i ON i.value = p.gap AND i.attribute = p.attribute AND i.kind = p.kind
    LEFT JOIN claim_texts AS x ON x.claim_id = i.claim_id
    LEFT JOIN claim_texts AS y ON y.claim_id = p.claim_id
    WHERE i.measure = 'increment' AND i.modality = 'asserted' AND i.value >= setting('sum_from') AND i.known_at BETWEEN p.from_at AND p.to_at
      AND coalesce(len(list_intersect(x.topics, y.topics)) >= 2, true)
)
SELECT
    fact_id, claim_id, near_id, how, part_id,
    CASE how WHEN 'increment'
             THEN coalesce(outlet, told_in) || ' tells the rise: ' || amount_text(value, NULL::VARCHAR) || ' more ("' || quote || '")'
             ELSE amount_text(larger, NULL::VARCHAR) || ' is the sum of ' || amount_text(smaller, NULL::VARCHAR) || ' and the '
                  || amount_text(value, NULL::VARCHAR) || ' ("' || quote || '") beside it in ' || coalesce(outlet, told_in) END AS words
FROM thirds
QUALIFY row_number() OVER (PARTITION BY claim_id, near_id ORDER BY how, part_id) = 1
