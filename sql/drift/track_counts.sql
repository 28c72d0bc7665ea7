-- Reads:  changed_facts, evidence, ledger_lines
-- Writes: nothing
-- Grain:  one row
-- Why:    what the step reports
SELECT (SELECT count(*) FROM changed_facts), (SELECT count(*) FROM evidence), (SELECT count(*) FROM ledger_lines WHERE what IN ('up', 'down'))
