-- Reads:  drift, facts, drift_text
-- Writes: the view v_flag_groups
-- Grain:  one row a matter (fact, cause and figure) and a state
-- Why:    twelve outlets repeating one outdated figure are one matter to look at, not twelve
CREATE OR REPLACE VIEW v_flag_groups AS
SELECT
    d.fact_id, f.label, d.matter, d.state, arg_max(d.relation, (d.lead, d.severity, d.drift_id)) AS relation,
    drift_text(arg_max(d.relation, (d.lead, d.severity, d.drift_id))) AS what, count(*) AS flags, max(d.severity) AS severity,
    arg_max(d.drift_id, (d.lead, d.severity, d.drift_id)) AS lead_drift_id,
    arg_max(d.explanation, (d.lead, d.severity, d.drift_id)) AS explanation,
    min(d.detected_at) AS first_detected_at, max(d.detected_at) AS last_detected_at
FROM drift AS d
LEFT JOIN facts AS f USING (fact_id)
GROUP BY d.fact_id, f.label, d.matter, d.state
ORDER BY severity DESC, flags DESC, d.fact_id, d.matter
