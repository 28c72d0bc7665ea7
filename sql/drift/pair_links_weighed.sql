-- Reads:  wanted_pairs (given by the step), claim_links, claim_pairs
-- Writes: pair_links
-- Grain:  one row a wanted pair of claims that were compared when they were linked
-- Why:    a pair is weighed once, and the score depends on its two claims and those of their articles alone
INSERT INTO pair_links BY NAME
WITH wanted AS (
    SELECT w.claim_id, w.against_claim_id, a.number AS one, b.number AS other
    FROM wanted_pairs AS w
    JOIN claim_links AS a ON a.claim_id = w.claim_id
    JOIN claim_links AS b ON b.claim_id = w.against_claim_id
),
ends AS (
    SELECT claim_id, against_claim_id, one AS owner, other FROM wanted
    UNION ALL
    SELECT claim_id, against_claim_id, other AS owner, one AS other FROM wanted
)
SELECT e.claim_id, e.against_claim_id, p.score / 10000 AS probability, probability AS believed
FROM ends AS e
JOIN claim_pairs AS p USING (owner, other)
