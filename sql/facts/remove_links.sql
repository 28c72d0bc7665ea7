-- Reads:  gone (given by the step)
-- Writes: claim_links
-- Grain:  one row a claim that is gone
-- Why:    the ledger links only claims that exist
DELETE FROM claim_links WHERE number IN (SELECT number FROM gone)
