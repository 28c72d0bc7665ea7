-- Reads:  incoming_roots (registered by the step)
-- Writes: roots
-- Grain:  one row an article
-- Why:    corroboration counts these, not outlets
INSERT INTO roots BY NAME SELECT * FROM incoming_roots
