-- Reads:  pair_links, beside
-- Writes: pair_links
-- Grain:  one row a pair of claims that the linking model was asked about
-- Why:    what a claim excludes is a figure, told by many in many wordings: the telling that the model believes in most speaks
--         for all of them ("230 suspects" of a headline is the 230 of its text)
UPDATE pair_links
SET believed = best.probability
FROM (
    SELECT b.claim_id, b.near_id, max(p.probability) OVER (PARTITION BY b.claim_id, b.near_number) AS probability
    FROM beside AS b
    JOIN pair_links AS p ON p.claim_id = b.claim_id AND p.against_claim_id = b.near_id
) AS best
WHERE pair_links.claim_id = best.claim_id AND pair_links.against_claim_id = best.near_id
