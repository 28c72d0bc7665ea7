-- Reads:  roots
-- Writes: nothing
-- Grain:  one row an article on the way from one article to the earliest that it hangs together with
-- Why:    each article is tied to one earlier article at most: where the ways of two articles meet, they share their root
WITH RECURSIVE way(article_id, tied_to, root_id, reason, steps) AS (
    SELECT article_id, tied_to, root_id, reason, 0 FROM roots WHERE article_id = $article
    UNION ALL
    SELECT r.article_id, r.tied_to, r.root_id, r.reason, w.steps + 1
    FROM way AS w
    JOIN roots AS r ON r.article_id = w.tied_to
    WHERE w.steps < 1000
)
SELECT w.article_id, w.tied_to, w.reason, w.steps, a.outlet, a.title
FROM way AS w
JOIN articles AS a USING (article_id)
ORDER BY w.steps
