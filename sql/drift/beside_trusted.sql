-- Reads:  beside, pair_links
-- Writes: beside
-- Grain:  one row a claim and a claim near it that the linking model takes for another question, or was not asked about
-- Why:    two claims that answer two questions exclude nothing. Where the model knew no pair of a claim, all of them stay.
DELETE FROM beside
WHERE disjoint AND bears_state AND claim_id IN (SELECT claim_id FROM pair_links)
  AND NOT EXISTS (FROM pair_links AS p WHERE p.claim_id = beside.claim_id AND p.against_claim_id = beside.near_id AND p.believed >= setting('trust_least'))
  AND (claim_id, near_number) NOT IN ( -- another telling of a figure that is trusted
      SELECT (b.claim_id, b.near_number) FROM beside AS b JOIN pair_links AS p ON p.claim_id = b.claim_id AND p.against_claim_id = b.near_id
      WHERE p.believed >= setting('trust_least') AND b.near_number IS NOT NULL)
