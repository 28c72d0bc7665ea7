-- Reads:  nothing
-- Writes: the macro ledger_high(s, x, what)
-- Why:    the upper end of the state after claim x; where the two do not meet but for an allowance, the claim's own
CREATE OR REPLACE MACRO ledger_high(s, x, what) AS (
    CASE
        WHEN what IN ('up', 'down') THEN x.high
        WHEN what <> 'narrows' THEN s.high
        WHEN x.low <= s.high AND x.high >= s.low THEN least(s.high, x.high)
        ELSE x.high
    END
)
