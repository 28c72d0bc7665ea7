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
nearest AS (
    SELECT s.fact_id, s.number, s.other_fact, s.other_number, s.own, t.claim_id
    FROM sides AS s
    JOIN fact_timeline AS t ON t.fact_id = s.told_fact AND t.number = s.told_number AND t.role NOT IN ('shown', 'carried')
    QUALIFY row_number() OVER (PARTITION BY s.fact_id, s.number, s.other_fact, s.other_number, s.own
                               ORDER BY abs(epoch(t.known_at) - epoch(s.near)), t.claim_id) <= setting('certain_tellings')::BIGINT
)
SELECT o.fact_id, o.number, o.other_fact, o.other_number, o.claim_id, a.claim_id AS against_claim_id
FROM nearest AS o
JOIN nearest AS a USING (fact_id, number, other_fact, other_number)
JOIN claims AS x ON x.claim_id = o.claim_id
JOIN claims AS y ON y.claim_id = a.claim_id
WHERE o.own AND NOT a.own AND x.article_id <> y.article_id
UNION
SELECT fact_id, number, other_fact, other_number, claim_id, against_claim_id FROM flagged
