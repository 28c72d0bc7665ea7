-- Reads:  nothing
-- Writes: the macro lag_text(hours)
-- Why:    a lag as a person says it: "20 minutes", "5 hours", "3 days"
CREATE OR REPLACE MACRO lag_text(hours) AS (
    CASE
        WHEN hours IS NULL THEN NULL
        WHEN abs(hours) < 1 THEN greatest(round(abs(hours) * 60), 1)::INTEGER || CASE WHEN round(abs(hours) * 60) <= 1 THEN ' minute' ELSE ' minutes' END
        WHEN abs(hours) < 36 THEN round(abs(hours))::INTEGER || CASE WHEN round(abs(hours)) = 1 THEN ' hour' ELSE ' hours' END
        ELSE round(abs(hours) / 24)::INTEGER || CASE WHEN round(abs(hours) / 24) = 1 THEN ' day' ELSE ' days' END
    END
)
