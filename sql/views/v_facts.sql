-- Reads:  facts, drift, fact_timeline, bounds_text
-- Writes: the view v_facts
-- Grain:  one row a fact
-- Why:    the ledger's index for people: what stands now, how often it moved, what an editor must look at
CREATE OR REPLACE VIEW v_facts AS
SELECT
    f.fact_id, f.label, f.status, bounds_text(f.current_low, f.current_high, f.unit) AS current_range, f.recommended,
    f.recommended_rule, f.claims, f.articles, f.outlets, f.roots, coalesce(m.moves, 0) AS moves,
    coalesce(d.open_flags, 0) AS open_flags, d.top_severity, f.first_claim_at, f.last_claim_at, f.attribute, f.kind, f.noun,
    f.unit, f.measure, f.scope, f.place, f.current_low, f.current_high
FROM facts AS f
LEFT JOIN (
    SELECT fact_id, count(*) AS open_flags, max(severity) AS top_severity FROM drift WHERE state = 'open' GROUP BY fact_id
) AS d USING (fact_id)
LEFT JOIN (SELECT fact_id, count(*) AS moves FROM fact_timeline WHERE role = 'moves' GROUP BY fact_id) AS m USING (fact_id)
