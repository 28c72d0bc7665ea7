-- Reads:  ranked, drift, drift_decisions
-- Writes: merged (temporary)
-- Grain:  one row a flag
-- Why:    flags that are known are told anew; when they were first seen and what an analyst decided stay. One whose link is
--         too weak is kept as possible
CREATE OR REPLACE TEMP TABLE merged AS
SELECT
    r.* EXCLUDE (possible, differs, certainty, tellings, link_mean, link_best, shared, one_kind),
    coalesce(d.state, CASE WHEN r.possible THEN 'possible' ELSE 'open' END) AS state, d.note, coalesce(k.detected_at, $now::TIMESTAMP) AS detected_at,
    NULL::TIMESTAMP AS closed_at, NULL::VARCHAR AS closed_reason
FROM ranked AS r
LEFT JOIN drift_decisions AS d USING (drift_id)
LEFT JOIN drift AS k USING (drift_id)
