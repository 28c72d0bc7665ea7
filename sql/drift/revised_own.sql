-- Reads:  told, beside
-- Writes: found
-- Grain:  one row a claim that leaves its own source's earlier figure
-- Why:    an official count of 64 becomes 2,975 while a study's 4,645 is the state of the ledger: against the state it
--         is lower, against what the same source told before it is a revision upwards, and that is the news
INSERT INTO found BY NAME
SELECT b.fact_id, 'revised_up' AS relation, b.claim_id, arg_max(b.near_id, b.near_seq) AS against_claim_id, 1 AS weight,
       'its own earlier figure' AS detail
FROM beside AS b
JOIN told AS t USING (fact_id, claim_id)
WHERE b.earlier AND b.near_witness = b.witness AND NOT b.same_article AND NOT b.unordered
  AND (b.role = 'differs' OR b.how = 'down')
  AND NOT EXISTS (FROM found AS f WHERE f.claim_id = b.claim_id AND f.relation IN ('magnitude_slip', 'outdated_repeat', 'revised_up'))
GROUP BY b.fact_id, b.claim_id
HAVING arg_max(b.above AND b.disjoint, b.near_seq)
