-- Reads:  claims, article_versions, batch_done
-- Writes: claims.carried_from
-- Grain:  one row a claim
-- Why:    an update of an article repeats most of its figures: the repeated claim points to the one that an earlier
--         version made, so that it is not counted again; a changed figure is a new claim
UPDATE claims
SET carried_from = nullif(pairs.earlier_id, pairs.claim_id)
FROM (
    WITH ranked AS (
        SELECT
            c.claim_id, c.article_id, c.content_hash, c.field, c.masked, c.value, c.low, c.high, c.bound, c.start_char,
            row_number() OVER (PARTITION BY v.article_id, v.content_hash, c.field, c.masked, c.value, c.low, c.high, c.bound
                               ORDER BY c.start_char) AS nth,
            v.known_at, v.first_seen_at
        FROM claims AS c
        JOIN article_versions AS v USING (article_id, content_hash)
        WHERE c.article_id IN (SELECT article_id FROM batch_done)
    )
    SELECT
        claim_id,
        first_value(claim_id) OVER (
            PARTITION BY article_id, field, masked, value, low, high, bound, nth
            ORDER BY known_at, first_seen_at, content_hash
        ) AS earlier_id
    FROM ranked
) AS pairs
WHERE claims.claim_id = pairs.claim_id
  AND claims.carried_from IS DISTINCT FROM nullif(pairs.earlier_id, pairs.claim_id)
