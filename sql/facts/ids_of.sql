-- Reads:  claim_links, scope (given by the step)
-- Writes: nothing
-- Grain:  one row a claim in scope
-- Why:    numbers are no one's business outside
SELECT l.number, l.claim_id FROM claim_links AS l SEMI JOIN scope USING (number)
