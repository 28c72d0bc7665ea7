-- Reads:  articles, article_sketches
-- Writes: the temporary table root_carriers
-- Grain:  one row an article, numbered in the order of publication
-- Why:    who copied whom follows time; equal times are told apart by who is a wire, then by id, so that the order
--         of arrival never matters. sources: whom the article credits, and its own outlet
CREATE OR REPLACE TEMP TABLE root_carriers AS
SELECT
    row_number() OVER (ORDER BY a.known_at, a.outlet IS NULL OR NOT list_contains($wires, a.outlet), a.article_id) AS doc,
    a.article_id, a.known_at AS at, a.day, a.outlet, a.title, a.credits,
    CASE WHEN a.outlet IS NULL THEN a.credits ELSE list_append(a.credits, a.outlet) END AS sources,
    s.words, s.sampled, s.shingles, s.numbers, s.title_words
FROM articles AS a
JOIN article_sketches AS s ON s.article_id = a.article_id AND s.content_hash = a.content_hash
