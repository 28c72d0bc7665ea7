-- Reads:  root_carriers, root_shingles, root_terms
-- Writes: the temporary table root_pairs
-- Grain:  one row a pair of articles, the later one (doc) and an earlier one (of_doc), with what they share
-- Why:    each triple, figure and title pair joins an article with the eight carriers before it only, so that the
--         cost is linear however many outlets print one story
CREATE OR REPLACE TEMP TABLE root_pairs AS
WITH
back AS (SELECT unnest(range(1, 9)) AS steps),
sizes AS (
    SELECT doc, count(*) AS triples, count(*) FILTER (shingle % 4 = 0) AS quarter FROM root_shingles GROUP BY doc
),
by_text AS (
    SELECT l.doc, e.doc AS of_doc, count(*) AS shared
    FROM root_shingles AS l
    CROSS JOIN back AS b
    JOIN root_shingles AS e ON e.shingle = l.shingle AND e.nth = l.nth - b.steps
    WHERE l.carriers > 1
    GROUP BY l.doc, e.doc
    HAVING count(*) >= 4
),
by_term AS (
    SELECT l.doc, e.doc AS of_doc,
        count(*) FILTER (l.kind = 'number') AS numbers, count(*) FILTER (l.kind = 'title') AS title_pairs,
        any_value(l.term ORDER BY length(l.term) DESC, l.term) FILTER (l.kind = 'number') AS number
    FROM root_terms AS l
    CROSS JOIN back AS b
    JOIN root_terms AS e ON e.kind = l.kind AND e.term = l.term AND e.nth = l.nth - b.steps
    GROUP BY l.doc, e.doc
),
pairs AS (
    SELECT doc, of_doc, coalesce(t.shared, 0) AS shared, coalesce(m.numbers, 0) AS numbers, m.number
    FROM by_text AS t FULL JOIN by_term AS m USING (doc, of_doc)
)
SELECT
    p.doc, p.of_doc, p.shared, p.numbers, p.number,
    p.shared / nullif(CASE WHEN l.sampled OR e.sampled THEN least(ls.quarter, es.quarter) ELSE least(ls.triples, es.triples) END, 0) AS overlap,
    least(l.words, e.words) AS words,
    len(list_intersect(l.title_words, e.title_words))
        / nullif(len(list_distinct(list_concat(l.title_words, e.title_words))), 0) AS title,
    len(list_intersect(l.title_words, e.title_words)) AS title_words,
    list_sort(list_intersect(l.sources, e.sources)) AS common,
    coalesce(l.outlet = e.outlet, FALSE) AS same_outlet,
    epoch(l.at - e.at) / 3600 AS hours
FROM pairs AS p
JOIN root_carriers AS l ON l.doc = p.doc
JOIN root_carriers AS e ON e.doc = p.of_doc
LEFT JOIN sizes AS ls ON ls.doc = p.doc
LEFT JOIN sizes AS es ON es.doc = p.of_doc
