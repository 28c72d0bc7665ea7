-- Reads:  articles, wire_credits
-- Writes: the view witnesses
-- Grain:  one row an article
-- Why:    who vouches for its figures: the agency that it credits alone, else the source that it was copied from, else its
--         outlet. Two reports of one newsroom are one witness, and so are five outlets that print one wire story, with the
--         wire itself or the paper that had it first. The source stands in the join as one key: beside a second
--         condition every article was held against every other.
CREATE OR REPLACE VIEW witnesses AS
WITH vouched AS MATERIALIZED (
    SELECT
        a.article_id, w.wire, a.outlet, a.root_id, a.root_via IN ('credit', 'near_copy') AS copied,
        coalesce(w.wire, a.outlet, a.article_id) AS own
    FROM articles AS a
    LEFT JOIN wire_credits AS w USING (article_id)
)
SELECT
    v.article_id,
    replace(lower(CASE WHEN v.wire IS NULL AND v.copied THEN coalesce(o.own, regexp_replace(v.root_id, ':[0-9a-f]{16}$', '')) ELSE v.own END), ' ', '-') AS witness
FROM vouched AS v
LEFT JOIN vouched AS o ON o.article_id = CASE WHEN v.copied THEN v.root_id END
