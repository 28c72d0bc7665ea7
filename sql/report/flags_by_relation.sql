-- Reads:  drift, drift_text
-- Writes: nothing
-- Grain:  one row a relation with open flags
-- Why:    the chart beside the drift asset
SELECT drift_text(relation) AS label, count(*) AS n FROM drift WHERE state = 'open' GROUP BY relation ORDER BY n DESC, label
