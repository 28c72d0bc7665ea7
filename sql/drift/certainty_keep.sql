-- Reads:  ranked, drift
-- Writes: flag_certainty
-- Grain:  one row a flag that says that two figures differ
-- Why:    how sure each flag is of its own link, beside the flag
INSERT OR REPLACE INTO flag_certainty BY NAME
SELECT drift_id, certainty, tellings, link_mean, link_best, shared, one_kind
FROM ranked
WHERE differs
