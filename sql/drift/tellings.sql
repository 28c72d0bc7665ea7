-- Reads:  weighed, fact_timeline, claims
-- Writes: tellings (temporary)
-- Grain:  one row a claim that tells one of the two figures of a flag and one that tells the other
-- Why:    whether two figures answer one question is seen better in many tellings of them than in the two claims that a rule
--         happened to hold against each other: of two quakes in two towns, told in eight languages, one pair in ten deceives the linking
--         model. The nearest in time of each side, so many that the cost is bounded. A figure without a number is its claim alone.
CREATE OR REPLACE TEMP TABLE tellings AS
WITH flagged AS (
    SELECT w.fact_id, w.number, a.fact_id AS other_fact, a.number AS other_number, w.claim_id, w.against_claim_id, w.known_at, a.known_at AS other_at, w.seq
    FROM weighed AS w
    JOIN fact_timeline AS a ON a.claim_id = w.against_claim_id
),
figures AS (
    SELECT fact_id, number, other_fact, other_number, arg_min(known_at, seq) AS known_at, arg_min(other_at, seq) AS other_at
    FROM flagged
    WHERE number IS NOT NULL AND other_number IS NOT NULL
    GROUP BY ALL
),
sides AS ( -- of each two figures the one and the other, and when its counterpart was told
    SELECT *, true AS own, fact_id AS told_fact, number AS told_number, other_at AS near FROM figures
    UNION ALL
    SELECT *, false, other_fact, other_number, known_at FROM figures
),
spoken AS MATERIALIZED ( -- in time, of one moment by their names: the last ones before a moment and the first ones after it are found by their places
    SELECT
        fact_id, number, claim_id, known_at, row_number() OVER (PARTITION BY fact_id, number ORDER BY known_at, claim_id DESC) AS to_here,
        row_number() OVER (PARTITION BY fact_id, number ORDER BY known_at, claim_id) AS from_here
    FROM fact_timeline
    WHERE role NOT IN ('shown', 'carried') AND (fact_id, number) IN (SELECT (told_fact, told_number) FROM sides)
),
moments AS (SELECT fact_id, number, known_at, max(to_here) AS place FROM spoken GROUP BY ALL),
placed AS MATERIALIZED (
    SELECT s.*, coalesce(m.place, 0) AS place
    FROM sides AS s
    ASOF LEFT JOIN moments AS m ON m.fact_id = s.told_fact AND m.number = s.told_number AND m.known_at <= s.near
),
candidates AS ( -- all pairs of a figure's tellings would be millions in a story of thousands
    SELECT s.*, t.claim_id, t.known_at AS told_at
    FROM (SELECT *, unnest(range(greatest(place - setting('certain_tellings')::BIGINT, 0), place)) + 1 AS at FROM placed) AS s
    JOIN spoken AS t ON t.fact_id = s.told_fact AND t.number = s.told_number AND t.to_here = s.at
    UNION ALL
    SELECT s.*, t.claim_id, t.known_at AS told_at
    FROM (SELECT *, unnest(range(place, place + setting('certain_tellings')::BIGINT)) + 1 AS at FROM placed) AS s
    JOIN spoken AS t ON t.fact_id = s.told_fact AND t.number = s.told_number AND t.from_here = s.at
),
nearest AS (
    SELECT fact_id, number, other_fact, other_number, own, claim_id
    FROM candidates
    QUALIFY row_number() OVER (PARTITION BY fact_id, number, other_fact, other_number, own
                               ORDER BY abs(epoch(told_at) - epoch(near)), claim_id) <= setting('certain_tellings')::BIGINT
)
SELECT o.fact_id, o.number, o.other_fact, o.other_number, o.claim_id, a.claim_id AS against_claim_id
FROM nearest AS o
JOIN nearest AS a USING (fact_id, number, other_fact, other_number)
JOIN claims AS x ON x.claim_id = o.claim_id
JOIN claims AS y ON y.claim_id = a.claim_id
WHERE o.own AND NOT a.own AND x.article_id <> y.article_id
UNION
SELECT fact_id, number, other_fact, other_number, claim_id, against_claim_id FROM flagged
