-- Reads:  drift, claims, article_versions
-- Writes: drift
-- Grain:  one row a flag
-- Why:    the outlet changed its text: the flagged figure does not stand in the article's newest version any more, so
--         the open flag closes and says when, and what stands there now
UPDATE drift
SET state = 'closed', closed_at = gone.known_at,
    closed_reason = 'Corrected by ' || gone.who || ' on ' || told_at(gone.known_at) || ': the figure no longer stands in the article.'
FROM (
    WITH newest AS (
        SELECT article_id, content_hash, known_at, coalesce(outlet, article_id) AS who
        FROM article_versions
        QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY known_at DESC, first_seen_at DESC, content_hash) = 1
    )
    SELECT d.drift_id, n.known_at, n.who
    FROM drift AS d
    JOIN claims AS c USING (claim_id)
    JOIN newest AS n ON n.article_id = c.article_id AND n.content_hash <> c.content_hash
    WHERE d.state IN ('open', 'possible')
      AND NOT EXISTS (
          FROM claims AS later
          WHERE later.article_id = n.article_id AND later.content_hash = n.content_hash
            AND (later.carried_from = c.claim_id OR (later.value = c.value AND later.bound = c.bound AND later.noun = c.noun)))
) AS gone
WHERE drift.drift_id = gone.drift_id
