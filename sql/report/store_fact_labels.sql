-- Reads:  incoming_labels (given by the step)
-- Writes: fact_labels
-- Grain:  one row a pair of claims
-- Why:    the last judgement of a pair stands
INSERT OR REPLACE INTO fact_labels BY NAME SELECT * FROM incoming_labels
