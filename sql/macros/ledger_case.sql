-- Reads:  ledger_slips, ledger_left
-- Writes: the macro ledger_case(s, x)
-- Why:    what a claim x does to the state s that was believed before it; sql/drift/replay.sql tells the reasons.
--           echoes      meets the state and says no more than it; the same number bare and hedged is one figure, though
--                       "more than 5 %" excludes 5
--           narrows     meets it and says more, or a precise figure takes the place of a rounded one
--           background  the text dates the figure before the state's day, and it fits what was believed then
--           up, down    the state moves there
--           outdated    meets a superseded figure that two sources had left
--           waits       differs; one more independent source moves the state
--           slips       the state's digits under another scale; it does not push out a figure that waits already
CREATE OR REPLACE MACRO ledger_case(s, x) AS (
    CASE
        WHEN (x.wide_low <= s.wide_high AND x.wide_high >= s.wide_low) OR (x.number = s.number AND (x.bare OR s.bare)) THEN
            CASE
                WHEN x.soft OR (x.dated AND x.day < s.day) THEN 'echoes'
                WHEN x.low <= s.high AND x.high >= s.low
                THEN CASE
                    WHEN x.low <= s.low AND x.high >= s.high THEN 'echoes'
                    WHEN (s.hazy OR x.hazy) AND (x.low < s.low OR x.high > s.high) THEN 'echoes' -- about 50, then about 60
                    ELSE 'narrows' END
                WHEN s.rounded AND NOT x.rounded AND isfinite(x.low) AND isfinite(x.high) THEN 'narrows'
                ELSE 'echoes'
            END
        WHEN x.dated AND x.day < s.day AND ledger_left(s, x) > 0 THEN 'background'
        WHEN x.witness = s.witness AND NOT s.second AND x.heard > s.heard
        THEN CASE WHEN x.low > s.high THEN 'up' ELSE 'down' END
        WHEN x.grows AND x.low > s.high AND NOT (ledger_slips(s, x) AND length(x.digits) > 1) THEN 'up'
        WHEN s.second AND ledger_left(s, x) > 0 THEN 'outdated'
        WHEN x.heard > s.heard + x.patience AND NOT ledger_slips(s, x)
        THEN CASE WHEN x.low > s.high THEN 'up' ELSE 'down' END
        WHEN x.wide_low <= s.wait_high AND x.wide_high >= s.wait_low AND x.witness <> s.wait_witness
            AND NOT (s.second AND ledger_slips(s, x))
        THEN CASE WHEN x.low > s.high THEN 'up' ELSE 'down' END
        WHEN s.wait_low IS NOT NULL AND ledger_slips(s, x) THEN 'slips'
        ELSE 'waits'
    END
)
