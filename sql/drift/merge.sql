-- Reads:  ranked, drift_decisions
-- Writes: drift
-- Grain:  one row a flag
-- Why:    new flags enter, known ones are told anew; when it was first seen and what an analyst decided stay
INSERT INTO drift BY NAME
SELECT
    r.*, coalesce(d.state, 'open') AS state, d.note, $now::TIMESTAMP AS detected_at, NULL::TIMESTAMP AS closed_at, NULL::VARCHAR AS closed_reason
FROM ranked AS r
LEFT JOIN drift_decisions AS d USING (drift_id)
ON CONFLICT (drift_id) DO UPDATE SET
    fact_id = excluded.fact_id, severity = excluded.severity, against_claim_id = excluded.against_claim_id,
    explanation = excluded.explanation, tags = excluded.tags, state = excluded.state, note = excluded.note,
    matter = excluded.matter, lead = excluded.lead, witnesses = excluded.witnesses,
    against_witnesses = excluded.against_witnesses, lag_hours = excluded.lag_hours, superseded_by = excluded.superseded_by,
    closed_at = NULL, closed_reason = NULL
