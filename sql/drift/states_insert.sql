-- Reads:  replay
-- Writes: fact_states
-- Grain:  one row a change of a fact's state
-- Why:    what replaced what, kept for the rules and for questions about the past
INSERT INTO fact_states BY NAME
SELECT fact_id, seq, what AS how, after_low AS low, after_high AS high, before_low AS old_low, before_high AS old_high, before_seq AS old_seq,
       since AS old_since
FROM replay
WHERE what IN ('opens', 'narrows', 'up', 'down')
