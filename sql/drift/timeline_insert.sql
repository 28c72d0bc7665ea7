-- Reads:  evidence, ledger_lines
-- Writes: fact_timeline
-- Grain:  one row a claim, in the order of its fact
-- Why:    the ledger: what was believed before and after each claim. Claims that are not counted (planned, hypothetical,
--         negated, of an earlier event, in another unit, carried over from the article's last version) are shown beside
--         the state of their time and change nothing.
INSERT INTO fact_timeline BY NAME
WITH lines AS (
    SELECT
        e.*, r.what, r.before_seq, r.left_at, r.before_low, r.before_high, r.after_low, r.after_high
    FROM evidence AS e
    JOIN ledger_lines AS r ON r.fact_id = e.fact_id AND r.seq = e.seq
    UNION ALL
    SELECT e.*, NULL, NULL, NULL, r.after_low, r.after_high, r.after_low, r.after_high
    FROM (FROM evidence WHERE NOT counted) AS e
    ASOF LEFT JOIN ledger_lines AS r ON r.fact_id = e.fact_id AND r.seq <= e.seq
)
SELECT
    l.fact_id, l.claim_id, l.seq, l.speaks_of, l.known_at,
    nullif(l.tight_low, '-infinity'::DOUBLE) AS low, nullif(l.tight_high, 'infinity'::DOUBLE) AS high,
    nullif(l.before_low, '-infinity'::DOUBLE) AS state_low_before, nullif(l.before_high, 'infinity'::DOUBLE) AS state_high_before,
    nullif(l.after_low, '-infinity'::DOUBLE) AS state_low_after, nullif(l.after_high, 'infinity'::DOUBLE) AS state_high_after,
    CASE
        WHEN l.carried_from IS NOT NULL THEN 'carried'
        WHEN l.what IS NULL THEN 'shown'
        WHEN l.what = 'opens' THEN 'opens'
        WHEN l.what IN ('up', 'down') THEN 'moves'
        WHEN l.what = 'narrows' THEN 'confirms'
        WHEN l.what = 'echoes' AND l.bound <> 'vague' AND l.tight_low <= l.before_high AND l.tight_high >= l.before_low THEN 'confirms'
        WHEN l.what IN ('echoes', 'background') THEN l.what
        ELSE 'differs'
    END AS role,
    CASE
        WHEN l.tight_low = l.before_low AND l.tight_high = l.before_high AND l.what IN ('echoes', 'narrows') THEN 'agrees'
        WHEN l.what IN ('echoes', 'narrows') THEN 'compatible'
    END AS relation,
    h.claim_id AS against_claim_id,
    l.witness, l.number, l.unit, l.bound, l.clockless, l.tight_low, l.tight_high, l.wide_low, l.wide_high,
    h.claim_id AS holder_before, CASE WHEN l.what IN ('opens', 'narrows', 'up', 'down') THEN l.what END AS how, nullif(l.left_at, 0) AS left_at,
    NULL::VARCHAR AS note
FROM lines AS l
LEFT JOIN evidence AS h ON h.fact_id = l.fact_id AND h.seq = l.before_seq
