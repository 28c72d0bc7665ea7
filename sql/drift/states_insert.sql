-- Reads:  replay
-- Writes: fact_states
-- Grain:  one row a change of a fact's state
-- Why:    what replaced what, kept for the rules and for questions about the past
INSERT INTO fact_states BY NAME
SELECT fact_id, seq, how, low, high, wide_low, wide_high, old_low, old_high, old_seq, old_since FROM replay
