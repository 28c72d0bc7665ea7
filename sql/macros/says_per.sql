-- Reads:  nothing
-- Writes: the macro says_per(masked)
-- Why:    "di posisi Rp##-an per USD" is a rate, though its unit was read without the "per"
CREATE OR REPLACE MACRO says_per(masked) AS (regexp_matches(masked, '(?i)##[^#.]{0,25}(/|\b(per|par|por|pro|tiap|setiap|each|every|daily|a day|a year|sehari|setahun|bpd)\b)'))
