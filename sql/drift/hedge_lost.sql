-- Reads:  told, found, claim_texts
-- Writes: found
-- Grain:  one row a bare number that an earlier claim of the fact had told with a hedge
-- Why:    "at least 59" became "59": the number is the same, the interval lost its open end; across languages too. Held
--         against the last hedged telling before it. The headline counts as told after the body that it sums up.
--         Among the tellings of one source, translations of one text among them, most of the others must have the hedge, because
--         one translator adds what ten others never read. Two undated articles of different sources have no order.
--         Where the hedged story tells the bare number too, in its headline say, a follower that takes it lost little. Three tellings
--         of one source in three languages with the hedge are no translator's whim, however many others dropped it.
--         What an editor wants to see is a copy or a translation that lost it, and a bare number that did not hold: "at least 49" told as
--         49 before it was 50. A crash and riots that killed 13 each, in one town, are two numbers. Another source that says 3 where one says "at least 3", a day later and for good, counted for itself.
INSERT INTO found BY NAME
WITH numbers AS (
    SELECT claim_id, last_value(CASE WHEN open_bound(bound) THEN claim_id END IGNORE NULLS) OVER (
        PARTITION BY fact_id, number ORDER BY seq) AS hedged_id
    FROM told
    WHERE counted AND number IS NOT NULL
),
versions AS ( -- the tellings of one source, translations among them
    SELECT fact_id, number, witness, count(*) FILTER (open_bound(bound)) AS kept, count(*) FILTER (bound = 'exact') AS bare,
           count(DISTINCT lang) FILTER (open_bound(bound)) AS languages, arg_min(claim_id, (lang <> 'en', seq)) FILTER (open_bound(bound)) AS read_by_most
    FROM told
    WHERE counted AND number IS NOT NULL
    GROUP BY ALL
),
moved AS ( -- how far the state of each fact went
    SELECT fact_id, max(state_low_after) AS highest, min(state_high_after) AS lowest FROM told WHERE how IS NOT NULL GROUP BY fact_id
),
told_bare AS (SELECT DISTINCT fact_id, number, article_id FROM told WHERE counted AND bound = 'exact')
SELECT t.fact_id, 'hedge_lost' AS relation, t.claim_id, h.claim_id AS against_claim_id,
       CASE WHEN t.field = 'title' THEN 0.4 WHEN t.lang <> h.lang THEN 1.2 ELSE 1 END
           * CASE WHEN b.article_id <> t.article_id THEN 0.5 ELSE 1 END
           * CASE WHEN h.witness = t.witness AND (h.lang <> t.lang OR h.outlet <> t.outlet) -- a translation or a copy
                  THEN least(1, 2 * v.kept / (v.kept + v.bare))
                  WHEN h.article_id = t.article_id AND t.field = 'title' THEN 1
                  WHEN (h.low IS NOT NULL AND m.highest > t.number) OR (h.high IS NOT NULL AND m.lowest < t.number) THEN 0.5 -- it did not hold
                  ELSE 0.4 END
           * CASE WHEN t.number <= 2 THEN 0.5 ELSE 1 END AS weight, -- "more than one"
       replace(h.bound, '_', ' ') AS detail
FROM told AS t
JOIN numbers AS n ON n.claim_id = t.claim_id
JOIN told AS last ON last.claim_id = n.hedged_id
JOIN versions AS v ON v.fact_id = t.fact_id AND v.number = t.number AND v.witness = t.witness
JOIN told AS h ON h.claim_id = CASE WHEN last.witness = t.witness AND last.lang <> t.lang AND last.known_at = t.known_at THEN v.read_by_most ELSE n.hedged_id END
LEFT JOIN claim_texts AS x ON x.claim_id = t.claim_id
LEFT JOIN claim_texts AS y ON y.claim_id = h.claim_id
LEFT JOIN moved AS m ON m.fact_id = t.fact_id
LEFT JOIN told_bare AS b ON b.fact_id = h.fact_id AND b.number = h.number AND b.article_id = h.article_id
WHERE t.counted AND t.bound = 'exact'
  AND t.known_at <= h.known_at + to_days(setting('hedge_days')::INTEGER)
  AND CASE WHEN h.witness = t.witness THEN v.kept >= v.bare OR v.languages >= setting('hedge_languages') ELSE NOT t.dateless AND NOT h.dateless END
  AND NOT kinds_apart(x.article_happening, y.article_happening)
  AND NOT regexp_matches(t.masked, '[(\[]\s*##') -- "about 16 km (10 miles)": the hedge covers both
  AND NOT EXISTS (FROM found AS f WHERE f.claim_id = t.claim_id AND f.relation = 'unit_slip')
