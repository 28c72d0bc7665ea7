-- Reads:  incoming_labels (given by the step)
-- Writes: flag_labels
-- Grain:  one row a flag
-- Why:    the last judgement of a flag stands
INSERT OR REPLACE INTO flag_labels BY NAME SELECT * FROM incoming_labels
