-- Reads:  article_versions, claims, fact_claims
-- Writes: the view v_languages
-- Grain:  one row a language
-- Why:    how much was read in each language, and in how many facts it took part
CREATE OR REPLACE VIEW v_languages AS
WITH per_claim AS (
    SELECT c.lang, count(*) AS claims, count(DISTINCT fc.fact_id) AS facts
    FROM claims AS c
    LEFT JOIN fact_claims AS fc USING (claim_id)
    GROUP BY c.lang
), per_article AS (
    SELECT lang, count(DISTINCT article_id) AS articles FROM article_versions GROUP BY lang
)
SELECT a.lang, a.articles, coalesce(c.claims, 0) AS claims, coalesce(c.facts, 0) AS facts
FROM per_article AS a
LEFT JOIN per_claim AS c USING (lang)
ORDER BY a.articles DESC, a.lang
