-- Reads:  article_versions, roots
-- Writes: the view articles
-- Grain:  one row an article, in the version that became known last
-- Why:    what the outlet says now, with the witness that it goes back to
CREATE OR REPLACE VIEW articles AS
SELECT
    v.article_id, v.url, v.outlet, v.title, v.text, v.lang, v.published_at, v.known_at,
    coalesce(r.root_id, v.article_id) AS root_id, r.via AS root_via, r.reason AS root_reason,
    v.credits, v.dateline_place, v.author, v.published_from, v.first_seen_at, v.day, v.content_hash, v.source, v.position,
    count(*) OVER (PARTITION BY v.article_id) AS versions
FROM article_versions AS v
LEFT JOIN roots AS r USING (article_id)
QUALIFY row_number() OVER (PARTITION BY v.article_id ORDER BY v.known_at DESC, v.first_seen_at DESC, v.content_hash) = 1
