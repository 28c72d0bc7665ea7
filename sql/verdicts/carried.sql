-- Reads:  judging, verdicts
-- Writes: verdicts
-- Grain:  one row a claim
-- Why:    a claim that an article's next version repeats has the verdict of the one it repeats
INSERT INTO verdicts BY NAME
SELECT j.claim_id, coalesce(v.verdict, 'single_source') AS verdict, coalesce(v.evidence, []) AS evidence,
       coalesce(v.reason, 'Repeated from the article''s earlier version.') AS reason
FROM judging AS j
LEFT JOIN verdicts AS v ON v.claim_id = j.carried_from
WHERE j.role = 'carried'
