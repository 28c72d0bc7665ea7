-- Reads:  article_versions, claims, facts, drift, rejected
-- Writes: the view v_overview
-- Grain:  one row
-- Why:    what the ledger holds, in ten numbers, and the period that it covers
CREATE OR REPLACE VIEW v_overview AS
SELECT
    a.articles, a.outlets, a.languages, c.claims, f.facts, f.moving_facts, d.open_flags, d.decided_flags, d.closed_flags, r.rejected,
    a.first_published_at, a.last_published_at
FROM (
    SELECT
        count(DISTINCT article_id) AS articles, count(DISTINCT outlet) AS outlets,
        count(DISTINCT lang) FILTER (lang <> 'und') AS languages, min(published_at) AS first_published_at,
        max(published_at) AS last_published_at
    FROM article_versions
) AS a, (SELECT count(*) AS claims FROM claims) AS c,
(SELECT count(*) AS facts, count(*) FILTER (status IN ('moving', 'disputed')) AS moving_facts FROM facts) AS f,
(SELECT count(*) FILTER (state = 'open') AS open_flags, count(*) FILTER (state IN ('dismissed', 'confirmed')) AS decided_flags,
    count(*) FILTER (state = 'closed') AS closed_flags FROM drift) AS d,
(SELECT count(*) AS rejected FROM rejected) AS r
