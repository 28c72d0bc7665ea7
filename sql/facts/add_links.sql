-- Reads:  links (given by the step)
-- Writes: claim_links
-- Grain:  one row a claim
-- Why:    new claims can be found from now on; their component is set when they are clustered
INSERT INTO claim_links BY NAME SELECT claim_id, number, number AS component, moment, tie FROM links
