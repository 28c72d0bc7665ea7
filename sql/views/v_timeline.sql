-- Reads:  show_fact
-- Writes: the view v_timeline
-- Grain:  one row a claim that belongs to a fact
-- Why:    the ledger with words: each claim's sentence, and what was believed before and after it
CREATE OR REPLACE VIEW v_timeline AS
SELECT * FROM show_fact(NULL::VARCHAR)
