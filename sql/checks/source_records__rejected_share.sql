-- Check:    source_records
-- Blocking: no
-- Reads:  rejected, source_records
-- Writes: nothing
-- Grain:  one row when the share of rejected rows is above the allowed share
-- Why:    bad input never stops a run, and never goes unseen
SELECT r.n AS rejected, s.n AS read, r.n / nullif(r.n + s.n, 0) AS share
FROM (SELECT count(*) AS n FROM rejected) AS r, (SELECT count(*) AS n FROM source_records) AS s
WHERE r.n > $rejected_share * (r.n + s.n)
