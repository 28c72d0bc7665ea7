-- Reads:  labelled (given by the step: the parts found by vote), fact_claims, claims, roots, kept_state
-- Writes: facts
-- Grain:  one row a fact that was clustered
-- Why:    the ledger's index. Corroboration counts roots: outlets that print one wire story are one witness.
--         Status, current figures and recommendation belong to the drift step: what it found stays until it
--         runs again
INSERT INTO facts BY NAME
SELECT
    n.fact_id, n.label, n.attribute, n.kind, n.noun, n.unit, n.measure, n.scope, n.place,
    CASE WHEN count(DISTINCT coalesce(r.root_id, c.article_id)) = 1 THEN 'single_source' ELSE coalesce(any_value(k.status), 'steady') END AS status,
    any_value(k.current_low) AS current_low,
    any_value(k.current_high) AS current_high,
    any_value(k.recommended) AS recommended,
    any_value(k.recommended_rule) AS recommended_rule,
    count(*) AS claims,
    count(DISTINCT c.article_id) AS articles,
    count(DISTINCT coalesce(c.outlet, c.article_id)) AS outlets,
    count(DISTINCT coalesce(r.root_id, c.article_id)) AS roots,
    min(c.known_at) AS first_claim_at,
    max(c.known_at) AS last_claim_at
FROM labelled AS n
JOIN fact_claims AS f USING (fact_id)
JOIN claims AS c USING (claim_id)
LEFT JOIN roots AS r USING (article_id)
LEFT JOIN kept_state AS k USING (fact_id)
GROUP BY ALL
