-- Reads:  articles, article_sketches
-- Writes: nothing
-- Grain:  one row, for two articles; none where one of them was not sketched
-- Why:    what two articles have in common: text, unusual figures (with how many articles carry each), title, sources, hours.
--         Long texts keep a quarter of their word triples, so a pair with a long one is compared in that quarter
WITH
pair AS (
    SELECT
        list_filter(x.shingles, lambda h: NOT (x.sampled OR y.sampled) OR h % 4 = 0) AS one,
        list_filter(y.shingles, lambda h: NOT (x.sampled OR y.sampled) OR h % 4 = 0) AS other,
        least(x.words, y.words) AS words,
        list_sort(list_intersect(x.numbers, y.numbers)) AS numbers,
        list_intersect(x.title_words, y.title_words) AS title_words,
        len(list_distinct(list_concat(x.title_words, y.title_words))) AS all_title_words,
        list_sort(list_intersect(list_append(a.credits, a.outlet), list_append(b.credits, b.outlet))) AS sources,
        abs(epoch(a.known_at) - epoch(b.known_at)) / 3600 AS hours,
        coalesce(a.outlet = b.outlet, FALSE) AS same_outlet
    FROM articles AS a
    JOIN article_sketches AS x ON x.article_id = a.article_id AND x.content_hash = a.content_hash, articles AS b
    JOIN article_sketches AS y ON y.article_id = b.article_id AND y.content_hash = b.content_hash
    WHERE a.article_id = $a AND b.article_id = $b
)
SELECT
    len(list_intersect(one, other)) AS shared,
    len(list_intersect(one, other)) / nullif(least(len(one), len(other)), 0) AS overlap,
    words, sources, hours, same_outlet,
    len(title_words) / nullif(all_title_words, 0) AS title,
    (
        SELECT list({'number': n.number, 'articles': n.articles} ORDER BY n.articles, n.number)
        FROM (
            SELECT u.number, count(*) AS articles
            FROM (SELECT unnest(p.numbers) AS number FROM pair AS p) AS u
            JOIN article_sketches AS s ON list_contains(s.numbers, u.number)
            GROUP BY u.number
        ) AS n
    ) AS numbers
FROM pair
