-- Reads:  claims
-- Writes: nothing
-- Grain:  one row a claim of the article
-- Why:    who named a place where no claim begins is shown the places where one does
SELECT DISTINCT field, start_char, quote
FROM claims
WHERE article_id = $article
ORDER BY field DESC, start_char
LIMIT 12
