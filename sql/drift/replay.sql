-- Reads:  evidence, ledger_case, ledger_after
-- Writes: replay (temporary)
-- Grain:  one row a change of a fact's state
-- Why:    the ledger is kept claim by claim, each held against what was believed before it:
--           meets the state      confirms it, and narrows it when it says more ("at least 8", then 12)
--           above the state      moves it, when the thing grows; one outlet is enough for news
--           below, or settled    moves it only when a second independent source says so too, when the source that set
--                                the state corrects itself, or when nobody has confirmed the state for long
--           a slipped figure     (a power of ten away) is treated like a lower one
--           an outdated figure   (meets a superseded state that two sources had left) never moves it
--           an older as_of       is background and never moves it
--         A fact's claims are folded in one pass over a list: s is the state so far, x the next claim.
CREATE OR REPLACE TEMP TABLE replay AS
WITH told AS (
    SELECT
        fact_id, seq, tight_low AS low, CASE WHEN bound = 'vague' THEN wide_high ELSE tight_high END AS high, wide_low, wide_high,
        bound = 'vague' AS soft, bound IN ('about', 'nearly') AS hazy, bound = 'exact' AS bare, rounded, number, witness, grows(attribute) AS grows, known_at AS heard, speaks_of::DATE AS day,
        as_of IS NOT NULL AS dated, to_hours(24 * setting('state_days')::INTEGER) AS patience
    FROM evidence
    WHERE counted
),
folded AS (
    SELECT
        fact_id,
        list_reduce(
            list({
                'seq': seq, 'low': low, 'high': high, 'wide_low': wide_low, 'wide_high': wide_high, 'soft': soft, 'hazy': hazy, 'bare': bare,
                'rounded': rounded, 'number': number, 'witness': witness, 'grows': grows, 'heard': heard, 'day': day, 'dated': dated,
                'patience': patience, 'since': seq, 'second': false, 'wait_low': NULL::DOUBLE, 'wait_high': NULL::DOUBLE,
                'wait_witness': NULL::VARCHAR, 'past': []::STRUCT(low DOUBLE, high DOUBLE)[],
                'changes': [{
                    'seq': seq, 'how': 'opens', 'low': low, 'high': high, 'wide_low': wide_low, 'wide_high': wide_high,
                    'old_low': NULL::DOUBLE, 'old_high': NULL::DOUBLE, 'old_seq': NULL::INTEGER, 'old_since': NULL::INTEGER}]
            } ORDER BY seq),
            lambda s, x: list_transform([ledger_case(s, x)], lambda what: ledger_after(s, x, what))[1]
        ).changes AS changes
    FROM told
    GROUP BY fact_id
)
SELECT fact_id, unnest(changes, recursive := true) FROM folded
