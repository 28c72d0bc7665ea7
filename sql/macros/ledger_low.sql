-- Reads:  nothing
-- Writes: the macro ledger_low(s, x, what)
-- Why:    the lower end of the state after claim x; where the two do not meet but for an allowance, the claim's own
CREATE OR REPLACE MACRO ledger_low(s, x, what) AS (
    CASE
        WHEN what IN ('up', 'down') THEN x.low
        WHEN what <> 'narrows' THEN s.low
        WHEN x.low <= s.high AND x.high >= s.low THEN greatest(s.low, x.low)
        ELSE x.low
    END
)
