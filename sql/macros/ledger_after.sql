-- Reads:  ledger_line
-- Writes: the macro ledger_after(s, x, what)
-- Why:    the state after claim x, when ledger_case said what x does; s and x have one shape, so that a fact's claims
--         fold. heard is when the state was last confirmed, since the claim it began with, second whether two independent
--         sources stand behind it, wait_* the differing figure that waits for a second source, past the superseded
--         states (the last twenty), log the ledger's lines of this stretch of claims.
CREATE OR REPLACE MACRO ledger_after(s, x, what) AS (
    CASE
        WHEN what IN ('up', 'down') THEN {
            'seq': x.seq, 'low': x.low, 'high': x.high, 'wide_low': x.wide_low, 'wide_high': x.wide_high, 'soft': x.soft,
            'hazy': x.hazy, 'bare': x.bare, 'rounded': x.rounded, 'number': x.number, 'digits': x.digits, 'witness': x.witness, 'grows': x.grows,
            'heard': x.heard, 'day': x.day, 'dated': x.dated, 'patience': x.patience, 'since': x.seq,
            'second': coalesce(x.wide_low <= s.wait_high AND x.wide_high >= s.wait_low AND x.witness <> s.wait_witness, false),
            'wait_low': NULL::DOUBLE, 'wait_high': NULL::DOUBLE, 'wait_witness': NULL::VARCHAR,
            'past': list_append(s.past[-19:], {'low': s.low, 'high': s.high, 'left_at': x.seq}),
            'log': list_append(s.log, ledger_line(s, x, what))
        }
        WHEN what = 'narrows' THEN {
            'seq': x.seq,
            'low': CASE WHEN x.low <= s.high AND x.high >= s.low THEN greatest(s.low, x.low) ELSE x.low END,
            'high': CASE WHEN x.low <= s.high AND x.high >= s.low THEN least(s.high, x.high) ELSE x.high END,
            'wide_low': greatest(s.wide_low, x.wide_low), 'wide_high': least(s.wide_high, x.wide_high), 'soft': x.soft,
            'hazy': x.hazy, 'bare': x.bare, 'rounded': x.rounded, 'number': coalesce(x.number, s.number),
            'digits': coalesce(x.digits, s.digits), 'witness': x.witness,
            'grows': x.grows, 'heard': x.heard, 'day': greatest(s.day, x.day), 'dated': x.dated, 'patience': x.patience,
            'since': s.since, 'second': s.second OR x.witness <> s.witness,
            'wait_low': NULL::DOUBLE, 'wait_high': NULL::DOUBLE, 'wait_witness': NULL::VARCHAR, 'past': s.past,
            'log': list_append(s.log, ledger_line(s, x, what))
        }
        ELSE {
            'seq': s.seq, 'low': s.low, 'high': s.high, 'wide_low': s.wide_low, 'wide_high': s.wide_high, 'soft': s.soft,
            'hazy': s.hazy, 'bare': s.bare, 'rounded': s.rounded, 'number': s.number, 'digits': s.digits, 'witness': s.witness, 'grows': s.grows,
            'heard': CASE WHEN what = 'echoes' THEN x.heard ELSE s.heard END, 'day': s.day, 'dated': s.dated,
            'patience': s.patience, 'since': s.since,
            'second': s.second OR (what = 'echoes' AND x.witness <> s.witness),
            'wait_low': CASE WHEN what = 'waits' THEN x.wide_low ELSE s.wait_low END,
            'wait_high': CASE WHEN what = 'waits' THEN x.wide_high ELSE s.wait_high END,
            'wait_witness': CASE WHEN what = 'waits' THEN x.witness ELSE s.wait_witness END,
            'past': s.past, 'log': list_append(s.log, ledger_line(s, x, what))
        }
    END
)
