-- Reads:  replay
-- Writes: ledger_lines (temporary)
-- Grain:  one row a counted claim
-- Why:    the state before a claim is the state after the one before it; who had set it is the last claim that changed it
CREATE OR REPLACE TEMP TABLE ledger_lines AS
SELECT
    *,
    lag(after_low) OVER told AS before_low, lag(after_high) OVER told AS before_high,
    last_value(CASE WHEN what IN ('opens', 'narrows', 'up', 'down') THEN seq END IGNORE NULLS) OVER (
        PARTITION BY fact_id ORDER BY seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before_seq
FROM replay
WINDOW told AS (PARTITION BY fact_id ORDER BY seq)
