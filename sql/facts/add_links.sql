-- Reads:  links (given by the step), readings
-- Writes: claim_links
-- Grain:  one row a claim
-- Why:    new claims can be found from now on; their component is set when they are clustered
INSERT INTO claim_links BY NAME
SELECT l.claim_id, l.number, l.number AS component, l.moment, l.tie, r.reading
FROM links AS l
JOIN readings AS r USING (claim_id)
