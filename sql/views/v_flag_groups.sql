-- Reads:  drift, facts, drift_text
-- Writes: the view v_flag_groups
-- Grain:  one row a matter: a fact, a relation and a state
-- Why:    twelve outlets repeating one outdated figure are one matter to look at, not twelve
CREATE OR REPLACE VIEW v_flag_groups AS
SELECT
    d.fact_id, f.label, d.relation, drift_text(d.relation) AS what, d.state, count(*) AS flags, max(d.severity) AS severity,
    arg_max(d.drift_id, (d.severity, d.detected_at, d.drift_id)) AS top_drift_id,
    arg_max(d.explanation, (d.severity, d.detected_at, d.drift_id)) AS explanation,
    min(d.detected_at) AS first_detected_at, max(d.detected_at) AS last_detected_at
FROM drift AS d
LEFT JOIN facts AS f USING (fact_id)
GROUP BY ALL
ORDER BY severity DESC, flags DESC, d.fact_id, d.relation
