-- Reads:  article_versions, claims, drift, roots
-- Writes: the view v_outlets
-- Grain:  one row an outlet
-- Why:    who is in the ledger, how much of it is their own reporting, and whose figures were flagged
CREATE OR REPLACE VIEW v_outlets AS
WITH per_article AS (
    SELECT v.outlet, count(DISTINCT v.article_id) AS articles, count(DISTINCT v.article_id) FILTER (r.via <> 'own') AS copied,
        min(v.published_at) AS first_published_at, max(v.published_at) AS last_published_at
    FROM article_versions AS v
    LEFT JOIN roots AS r USING (article_id)
    GROUP BY v.outlet
), per_claim AS (
    SELECT outlet, count(*) AS claims FROM claims GROUP BY outlet
), per_flag AS (
    SELECT c.outlet, count(*) AS open_flags
    FROM drift AS d
    JOIN claims AS c USING (claim_id)
    WHERE d.state = 'open'
    GROUP BY c.outlet
)
SELECT
    coalesce(a.outlet, 'outlet not known') AS outlet, a.articles, a.copied, coalesce(c.claims, 0) AS claims,
    coalesce(f.open_flags, 0) AS open_flags, a.first_published_at, a.last_published_at
FROM per_article AS a
LEFT JOIN per_claim AS c ON c.outlet IS NOT DISTINCT FROM a.outlet
LEFT JOIN per_flag AS f ON f.outlet IS NOT DISTINCT FROM a.outlet
ORDER BY a.articles DESC, outlet
