-- Reads:  fact_ledger, fact_timeline, claims, article_versions
-- Writes: told (temporary)
-- Grain:  one row a claim of a fact whose flags are to be made
-- Why:    the timeline beside the words: everything that a rule looks at in one table. last_up is the claim that
--         last moved the state up
CREATE OR REPLACE TEMP TABLE told AS
WITH lines AS MATERIALIZED ( -- before anything joins them: few facts change
    FROM fact_timeline WHERE fact_id IN (SELECT fact_id FROM fact_ledger WHERE flagged IS DISTINCT FROM tracked)
),
last_ups AS ( -- beside the wide rows, because a window sorts all columns that pass it
    SELECT claim_id, last_value(CASE WHEN how = 'up' THEN claim_id END IGNORE NULLS) OVER (PARTITION BY fact_id ORDER BY seq) AS last_up
    FROM lines
    WHERE fact_id IN (SELECT fact_id FROM lines WHERE how = 'up')
)
SELECT
    t.*, c.article_id, c.content_hash, c.field, c.start_char, c.outlet, c.lang, c.noun, c.sentence, c.masked, c.scope, c.place, c.attribute, c.kind, c.measure, c.modality, c.quote, c.attributed_to, c.as_of,
    names_reading(c.sentence) OR (c.kind <> 'count' AND names_level(c.sentence)) AS level,
    coalesce(dateless(c.published_at, c.known_at, v.first_seen_at), false) AS dateless,
    t.role NOT IN ('shown', 'carried') AS counted,
    t.bound = 'exact' AND t.wide_high > t.tight_high AS rounded,
    u.last_up
FROM lines AS t
JOIN claims AS c USING (claim_id)
LEFT JOIN article_versions AS v ON v.article_id = c.article_id AND v.content_hash = c.content_hash
LEFT JOIN last_ups AS u ON u.claim_id = t.claim_id
