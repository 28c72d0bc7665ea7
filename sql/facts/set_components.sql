-- Reads:  clustered (given by the step)
-- Writes: claim_links
-- Grain:  one row a claim whose component changed
-- Why:    what is clustered again when a new claim touches it
UPDATE claim_links SET component = clustered.component FROM clustered WHERE clustered.number = claim_links.number
