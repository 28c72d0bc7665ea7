-- Reads:  evidence
-- Writes: stretches, standing, replay (temporary)
-- Grain:  one row a fact and stretch of its counted claims, in order; standing and replay begin empty
-- Why:    a fact's claims are folded one after the other. Long facts are folded in stretches, so that a toll with ten
--         thousand claims costs no more a claim than one with ten.
CREATE OR REPLACE TEMP TABLE stretches AS
WITH told AS (
    SELECT
        fact_id, (row_number() OVER (PARTITION BY fact_id ORDER BY seq) - 1) // 100 AS stretch, seq, tight_low AS low,
        CASE WHEN bound = 'vague' THEN wide_high ELSE tight_high END AS high, wide_low, wide_high,
        bound = 'vague' AS soft, bound IN ('about', 'nearly') AS hazy, bound = 'exact' AS bare, rounded, number, digits(number) AS digits, witness,
        grows(attribute) AS grows, known_at AS heard, speaks_of::DATE AS day,
        as_of IS NOT NULL AS dated, to_hours(24 * setting('state_days')::INTEGER) AS patience
    FROM evidence
    WHERE counted
)
SELECT
    fact_id, stretch,
    list({
        'seq': seq, 'low': low, 'high': high, 'wide_low': wide_low, 'wide_high': wide_high, 'soft': soft, 'hazy': hazy,
        'bare': bare, 'rounded': rounded, 'number': number, 'digits': digits, 'witness': witness, 'grows': grows, 'heard': heard, 'day': day,
        'dated': dated, 'patience': patience, 'since': seq, 'second': false, 'wait_low': NULL::DOUBLE,
        'wait_high': NULL::DOUBLE, 'wait_witness': NULL::VARCHAR,
        'past': []::STRUCT(low DOUBLE, high DOUBLE, left_at INTEGER)[],
        'log': []::STRUCT(seq INTEGER, what VARCHAR, after_low DOUBLE, after_high DOUBLE, left_at INTEGER)[]
    } ORDER BY seq) AS told
FROM told
GROUP BY fact_id, stretch
