-- Reads:  ledger_left
-- Writes: the macro ledger_line(s, x, what)
-- Why:    the line that the ledger keeps of claim x: what it did, the state before and after it, who had set that state
CREATE OR REPLACE MACRO ledger_line(s, x, what) AS (
    {
        'seq': x.seq, 'what': what, 'before_low': s.low, 'before_high': s.high, 'before_seq': s.seq, 'since': s.since,
        'after_low': CASE
            WHEN what IN ('up', 'down') OR (what = 'narrows' AND NOT (x.low <= s.high AND x.high >= s.low)) THEN x.low
            WHEN what = 'narrows' THEN greatest(s.low, x.low)
            ELSE s.low END,
        'after_high': CASE
            WHEN what IN ('up', 'down') OR (what = 'narrows' AND NOT (x.low <= s.high AND x.high >= s.low)) THEN x.high
            WHEN what = 'narrows' THEN least(s.high, x.high)
            ELSE s.high END,
        'left_at': CASE WHEN what IN ('outdated', 'waits', 'background', 'slips') THEN ledger_left(s, x) ELSE 0 END::INTEGER
    }
)
