-- Reads:  article_versions
-- Writes: nothing
-- Grain:  one row a day of publication
-- Why:    the chart beside the articles asset
SELECT day::VARCHAR AS label, count(DISTINCT article_id) AS n FROM article_versions GROUP BY day ORDER BY day
