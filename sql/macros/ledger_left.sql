-- Reads:  nothing
-- Writes: the macro ledger_left(s, x)
-- Why:    the claim (its seq) with which the superseded figure that x meets was left last; 0 when x meets none
CREATE OR REPLACE MACRO ledger_left(s, x) AS (
    coalesce(list_max(list_transform(
        list_filter(s.past, lambda p: x.wide_low <= p.high AND x.wide_high >= p.low), lambda p: p.left_at)), 0)
)
