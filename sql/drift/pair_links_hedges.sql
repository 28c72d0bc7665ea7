-- Reads:  weighed, tellings, pair_links, claims
-- Writes: pair_links
-- Grain:  one row a claim that told a number with a hedge more or less, and the claim that it was held against
-- Why:    it was held against the last of those that told the number the other way, which may be the one that the model hardly reads;
--         it departs from all of them, so the one that the model believes in most speaks for all ("plus de 2 861 familles" beside
--         an Arabic and a Spanish 2,861)
UPDATE pair_links
SET believed = best.probability
FROM (
    SELECT w.claim_id, w.against_claim_id, max(p.probability) AS probability
    FROM weighed AS w
    JOIN claims AS h ON h.claim_id = w.against_claim_id
    JOIN tellings AS t ON t.claim_id = w.claim_id AND t.fact_id = w.fact_id AND t.number = w.number AND t.other_number = w.number
    JOIN claims AS x ON x.claim_id = t.against_claim_id AND (x.bound = 'exact') = (h.bound = 'exact')
    JOIN pair_links AS p ON p.claim_id = t.claim_id AND p.against_claim_id = t.against_claim_id
    WHERE w.relation IN ('hedge_lost', 'hedge_gained')
    GROUP BY ALL
) AS best
WHERE pair_links.claim_id = best.claim_id AND pair_links.against_claim_id = best.against_claim_id AND best.probability > believed
