-- Reads:  changed_facts, evidence, replay
-- Writes: nothing
-- Grain:  one row
-- Why:    what the step reports
SELECT (SELECT count(*) FROM changed_facts), (SELECT count(*) FROM evidence), (SELECT count(*) FROM replay WHERE what IN ('up', 'down'))
