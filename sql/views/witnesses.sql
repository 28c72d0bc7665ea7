-- Reads:  articles
-- Writes: the view witnesses
-- Grain:  one row an article
-- Why:    who vouches for its figures: the source it was copied from, else its outlet. Two reports of one newsroom
--         are one witness, and so are five outlets that print one wire story.
CREATE OR REPLACE VIEW witnesses AS
SELECT
    article_id,
    lower(CASE WHEN root_via IN ('credit', 'near_copy') THEN root_id ELSE coalesce(outlet, root_id) END) AS witness
FROM articles
