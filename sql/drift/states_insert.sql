-- Reads:  ledger_lines, evidence
-- Writes: fact_states
-- Grain:  one row a change of a fact's state
-- Why:    what replaced what, kept for the rules and for questions about the past
INSERT INTO fact_states BY NAME
SELECT
    r.fact_id, r.seq, e.claim_id, r.what AS how, r.after_low AS low, r.after_high AS high, r.before_low AS old_low, r.before_high AS old_high,
    r.before_seq AS old_seq, o.claim_id AS old_claim_id
FROM ledger_lines AS r
JOIN evidence AS e ON e.fact_id = r.fact_id AND e.seq = r.seq
LEFT JOIN evidence AS o ON o.fact_id = r.fact_id AND o.seq = r.before_seq
WHERE r.what IN ('opens', 'narrows', 'up', 'down')
