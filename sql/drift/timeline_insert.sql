-- Reads:  evidence, replay
-- Writes: fact_timeline
-- Grain:  one row a claim, in the order of its fact
-- Why:    the ledger: what was believed before and after each claim. Between two changes the state stands still, so the
--         last change before a claim is its state. Claims that are not counted (planned, hypothetical, negated, of an
--         earlier event, in another unit, carried over from the article's last version) are shown and change nothing.
INSERT INTO fact_timeline BY NAME
WITH before AS (
    SELECT
        e.*, b.low AS before_low, b.high AS before_high, b.wide_low AS allowed_low, b.wide_high AS allowed_high,
        b.seq AS before_seq,
        CASE WHEN r.seq IS NULL THEN b.low ELSE r.low END AS after_low,
        CASE WHEN r.seq IS NULL THEN b.high ELSE r.high END AS after_high,
        r.how
    FROM evidence AS e
    ASOF LEFT JOIN replay AS b ON b.fact_id = e.fact_id AND b.seq < e.seq
    LEFT JOIN replay AS r ON r.fact_id = e.fact_id AND r.seq = e.seq
),
held AS (
    SELECT
        b.*, h.claim_id AS holder_before, h.speaks_of AS holder_speaks_of,
        (b.wide_low <= b.allowed_high AND b.wide_high >= b.allowed_low)
            OR coalesce(b.number = h.number AND (b.bound = 'exact' OR h.bound = 'exact'), false) AS meets
    FROM before AS b
    LEFT JOIN evidence AS h ON h.fact_id = b.fact_id AND h.seq = b.before_seq
),
past AS (
    SELECT h.fact_id, h.seq
    FROM held AS h
    JOIN replay AS p ON p.fact_id = h.fact_id AND p.seq < h.seq AND p.how IN ('up', 'down')
    WHERE h.counted AND h.as_of IS NOT NULL AND h.as_of < h.holder_speaks_of::DATE AND h.how IS NULL
      AND h.wide_low <= p.old_high AND h.wide_high >= p.old_low
    GROUP BY ALL
)
SELECT
    h.fact_id, h.claim_id, h.seq, h.speaks_of, h.known_at,
    nullif(h.tight_low, '-infinity'::DOUBLE) AS low, nullif(h.tight_high, 'infinity'::DOUBLE) AS high,
    nullif(h.before_low, '-infinity'::DOUBLE) AS state_low_before, nullif(h.before_high, 'infinity'::DOUBLE) AS state_high_before,
    nullif(h.after_low, '-infinity'::DOUBLE) AS state_low_after, nullif(h.after_high, 'infinity'::DOUBLE) AS state_high_after,
    CASE
        WHEN h.carried_from IS NOT NULL THEN 'carried'
        WHEN NOT h.counted THEN 'shown'
        WHEN h.how = 'opens' THEN 'opens'
        WHEN h.how IN ('up', 'down') THEN 'moves'
        WHEN h.how = 'narrows' THEN 'confirms'
        WHEN h.bound <> 'vague' AND h.tight_low <= h.before_high AND h.tight_high >= h.before_low THEN 'confirms'
        WHEN h.meets THEN 'echoes'
        WHEN p.seq IS NOT NULL THEN 'background'
        ELSE 'differs'
    END AS role,
    CASE
        WHEN NOT h.counted OR h.before_seq IS NULL THEN NULL
        WHEN h.tight_low = h.before_low AND h.tight_high = h.before_high THEN 'agrees'
        WHEN h.meets THEN 'compatible'
    END AS relation,
    CASE WHEN h.counted THEN h.holder_before END AS against_claim_id,
    h.witness, h.number, h.unit, h.bound, h.clockless, h.tight_low, h.tight_high, h.wide_low, h.wide_high,
    CASE WHEN h.counted THEN h.holder_before END AS holder_before, h.how
FROM held AS h
LEFT JOIN past AS p USING (fact_id, seq)
