-- Reads:  articles, roots, witnesses
-- Writes: nothing
-- Grain:  one row an article that the name may mean: its id, or its address
-- Why:    `claims why-root`: who it is, whom it credits, where it goes back to
SELECT a.article_id, a.outlet, a.title, a.url, a.published_at, a.known_at, a.credits, a.root_id, a.root_via, a.root_reason, r.tied_to, w.witness
FROM articles AS a
JOIN witnesses AS w USING (article_id)
LEFT JOIN roots AS r USING (article_id)
WHERE a.article_id = $called OR a.url = $called
ORDER BY a.article_id = $called DESC, a.article_id
LIMIT 1
