-- Reads:  ledger_left
-- Writes: the macro ledger_after(s, x, what)
-- Why:    the state after claim x, when ledger_case said what x does; s and x have one shape, so that a fact's claims
--         fold. heard is when the state was last confirmed, since the claim it began with, second whether two independent
--         sources stand behind it, wait_* the differing figure that waits for a second source, past the superseded
--         states (the last twenty), log the ledger's lines of this stretch of claims: the claim, what it did, the state
--         after it, and the claim with which the superseded figure that it repeats was left. Where x neither moves nor
--         narrows the state, the state's own fields stay; soft, grows, dated and patience belong to the claim alone.
CREATE OR REPLACE MACRO ledger_after(s, x, what) AS (
    {
        'seq': CASE WHEN what IN ('up', 'down', 'narrows') THEN x.seq ELSE s.seq END,
        'low': ledger_low(s, x, what),
        'high': ledger_high(s, x, what),
        'wide_low': CASE what WHEN 'up' THEN x.wide_low WHEN 'down' THEN x.wide_low WHEN 'narrows' THEN greatest(s.wide_low, x.wide_low)
                    ELSE s.wide_low END,
        'wide_high': CASE what WHEN 'up' THEN x.wide_high WHEN 'down' THEN x.wide_high WHEN 'narrows' THEN least(s.wide_high, x.wide_high)
                     ELSE s.wide_high END,
        'soft': x.soft,
        'hazy': CASE WHEN what IN ('up', 'down', 'narrows') THEN x.hazy ELSE s.hazy END,
        'bare': CASE WHEN what IN ('up', 'down', 'narrows') THEN x.bare ELSE s.bare END,
        'rounded': CASE WHEN what IN ('up', 'down', 'narrows') THEN x.rounded ELSE s.rounded END,
        'number': CASE WHEN what IN ('up', 'down', 'narrows') THEN x.number ELSE s.number END,
        'digits': CASE WHEN what IN ('up', 'down', 'narrows') THEN x.digits ELSE s.digits END,
        'witness': CASE WHEN what IN ('up', 'down', 'narrows') THEN x.witness ELSE s.witness END,
        'grows': x.grows,
        'heard': CASE WHEN what IN ('up', 'down', 'narrows', 'echoes') THEN x.heard ELSE s.heard END,
        'day': CASE what WHEN 'up' THEN x.day WHEN 'down' THEN x.day WHEN 'narrows' THEN greatest(s.day, x.day) ELSE s.day END,
        'dated': x.dated,
        'patience': x.patience,
        'since': CASE WHEN what IN ('up', 'down') THEN x.seq ELSE s.since END,
        'second': CASE
            WHEN what IN ('up', 'down')
            THEN coalesce(x.wide_low <= s.wait_high AND x.wide_high >= s.wait_low AND x.witness <> s.wait_witness, false)
            ELSE s.second OR (what IN ('narrows', 'echoes') AND x.witness <> s.witness) END,
        'wait_low': CASE WHEN what = 'waits' THEN x.wide_low WHEN what IN ('up', 'down', 'narrows') THEN NULL ELSE s.wait_low END,
        'wait_high': CASE WHEN what = 'waits' THEN x.wide_high WHEN what IN ('up', 'down', 'narrows') THEN NULL ELSE s.wait_high END,
        'wait_witness': CASE WHEN what = 'waits' THEN x.witness WHEN what IN ('up', 'down', 'narrows') THEN NULL ELSE s.wait_witness END,
        'past': CASE WHEN what IN ('up', 'down') THEN list_append(s.past[-19:], {'low': s.low, 'high': s.high, 'left_at': x.seq})
                ELSE s.past END,
        'log': list_append(s.log, {
            'seq': x.seq, 'what': what, 'after_low': ledger_low(s, x, what), 'after_high': ledger_high(s, x, what),
            'left_at': CASE WHEN what IN ('outdated', 'waits', 'background', 'slips') THEN ledger_left(s, x) ELSE 0 END::INTEGER})
    }
)
