-- Reads:  folded, changed_facts
-- Writes: ledger_lines
-- Grain:  one row a counted claim
-- Why:    the lines of one slice, under the names of their facts
INSERT INTO ledger_lines BY NAME
SELECT
    c.fact_id, f.seq, f.what::VARCHAR AS what, CASE WHEN f.what <> 'opens' THEN f.before_low END AS before_low,
    CASE WHEN f.what <> 'opens' THEN f.before_high END AS before_high, nullif(f.before_seq, 0) AS before_seq, f.after_low, f.after_high,
    f.left_at
FROM folded AS f
JOIN changed_facts AS c USING (fact)
