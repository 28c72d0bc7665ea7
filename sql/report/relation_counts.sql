-- Reads:  drift, drift_text
-- Writes: nothing
-- Grain:  one row a relation with open flags
-- Why:    what kinds of drift the page is about
SELECT relation, drift_text(relation) AS what, count(*) AS flags, max(severity) AS severity
FROM drift WHERE state = 'open' GROUP BY relation ORDER BY flags DESC, relation
