-- Reads:  fact_decisions, claims, fact_claims, figure_text
-- Writes: nothing
-- Grain:  one row a pair of claims that an analyst has decided on
-- Why:    `claims decisions`: what was pinned and cut, by whom and why, and whether the facts say so yet
SELECT
    d.decision, d.claim_a, d.claim_b, d.note, d.decided_by, d.decided_at,
    fa.fact_id AS fact_a, fb.fact_id AS fact_b,
    CASE
        WHEN a.claim_id IS NULL OR b.claim_id IS NULL THEN 'a claim is gone: its article was read anew'
        WHEN d.decision = 'none' THEN 'withdrawn'
        WHEN (d.decision = 'pin') = (fa.fact_id = fb.fact_id) THEN 'in force'
        ELSE 'waits for the next run'
    END AS standing,
    figure_text(a.value, a.low, a.high, a.bound, a.unit) AS figure_a, a.noun AS noun_a, a.outlet AS outlet_a,
    figure_text(b.value, b.low, b.high, b.bound, b.unit) AS figure_b, b.noun AS noun_b, b.outlet AS outlet_b
FROM fact_decisions AS d
LEFT JOIN claims AS a ON a.claim_id = d.claim_a
LEFT JOIN claims AS b ON b.claim_id = d.claim_b
LEFT JOIN fact_claims AS fa ON fa.claim_id = d.claim_a
LEFT JOIN fact_claims AS fb ON fb.claim_id = d.claim_b
ORDER BY d.decided_at DESC, d.claim_a, d.claim_b
