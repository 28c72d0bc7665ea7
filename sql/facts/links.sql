-- Reads:  claim_links
-- Writes: nothing
-- Grain:  one row a linked claim
-- Why:    the order in which claims look back, and the components, as plain numbers
SELECT number, component, moment, tie FROM claim_links ORDER BY number
