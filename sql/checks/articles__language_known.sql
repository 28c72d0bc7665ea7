-- Check:    articles
-- Blocking: no
-- Reads:  article_versions
-- Writes: nothing
-- Grain:  one row when over a tenth of the articles have no known language
-- Why:    without a language only digits are read
SELECT count(*) FILTER (lang = 'und') AS unknown, count(*) AS articles
FROM article_versions
HAVING count(*) FILTER (lang = 'und') > 0.1 * count(*)
