-- Reads:  incoming_rejected (registered by the step)
-- Writes: rejected
-- Grain:  one row a thing that could not be read
-- Why:    bad input never vanishes
INSERT INTO rejected BY NAME SELECT * FROM incoming_rejected
