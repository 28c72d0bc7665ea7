-- Reads:  alert_leads, alert_outbox
-- Writes: nothing
-- Grain:  one row a flag that the receiver has not been told of, or not as it stands now
-- Why:    a flag is told once; again when it was closed or judged and is open again, when a figure of it is another now,
--         or when it became graver. Of one matter only one flag is told: when the flag that stood for it closes and another
--         takes its place, that is no news; when a new flag finds the matter again after it had closed, it is
WITH
told AS (
    SELECT drift_id, matter, state, flag_state, flag_state_at, figures, grade, queued_at
    FROM alert_outbox
    WHERE channel = $channel AND receiver = $receiver AND state IN ('pending', 'sent')
),
by_flag AS (
    SELECT
        drift_id, arg_max(flag_state, queued_at) AS flag_state, arg_max(figures, queued_at) AS figures,
        max(grade) AS grade, count(*) AS turns
    FROM told GROUP BY drift_id
),
by_matter AS (
    SELECT matter, arg_max(flag_state, queued_at) AS flag_state, arg_max(flag_state_at, queued_at) AS flag_state_at FROM told GROUP BY matter
),
turns AS (
    SELECT drift_id, count(*) AS turns FROM alert_outbox WHERE channel = $channel AND receiver = $receiver GROUP BY drift_id
),
held AS (
    SELECT
        l.*, coalesce(n.turns, 0) AS turn,
        CASE
            WHEN f.drift_id IS NULL AND m.matter IS NULL THEN 'new'
            WHEN f.drift_id IS NULL AND m.flag_state = 'closed' AND l.detected_at > m.flag_state_at
                THEN 'open again: the matter had closed, and a new flag found it'
            WHEN f.flag_state IN ('closed', 'dismissed', 'confirmed') THEN 'open again: it was ' || f.flag_state
            WHEN f.figures <> l.figures THEN 'changed: it was ' || f.figures
            WHEN f.grade < l.grade THEN 'graver: it was ' || CASE f.grade WHEN 0 THEN 'minor' ELSE 'serious' END
        END AS reason
    FROM alert_leads AS l
    LEFT JOIN by_flag AS f ON f.drift_id = l.drift_id
    LEFT JOIN by_matter AS m ON m.matter = l.matter
    LEFT JOIN turns AS n ON n.drift_id = l.drift_id
    WHERE l.severity >= $min_severity
)
SELECT * FROM held WHERE reason IS NOT NULL ORDER BY detected_at, severity, drift_id
