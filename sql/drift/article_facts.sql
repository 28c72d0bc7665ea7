-- Reads:  told, claims, fact_claims
-- Writes: article_facts (temporary)
-- Grain:  one row an article and a fact that it tells as today's, of the facts of the articles at hand
-- Why:    two articles are of one event when both tell one fact as today's; an older disaster that both recall does
--         not make one event. A fact told by thousands is one row an article here, and never the pairs of them
CREATE OR REPLACE TEMP TABLE article_facts AS
WITH near AS (
    SELECT DISTINCT f.fact_id
    FROM claims AS c
    JOIN fact_claims AS f USING (claim_id)
    WHERE c.modality = 'asserted' AND c.article_id IN (SELECT article_id FROM told)
)
SELECT DISTINCT c.article_id, f.fact_id
FROM claims AS c
JOIN fact_claims AS f USING (claim_id)
WHERE c.modality = 'asserted' AND f.fact_id IN (FROM near)
