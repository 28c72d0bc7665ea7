-- Check:    claims
-- Blocking: yes
-- Reads:  claims
-- Writes: nothing
-- Grain:  one row a claim with a word outside the closed lists
-- Why:    every rule in SQL compares these words
SELECT claim_id, quote, bound, kind, measure, modality
FROM claims
WHERE bound NOT IN ('exact', 'at_least', 'more_than', 'at_most', 'less_than', 'nearly', 'about', 'range', 'vague')
   OR kind NOT IN ('count', 'money', 'percent', 'fraction', 'measure', 'rate')
   OR measure NOT IN ('total', 'increment', 'change', 'rate')
   OR modality NOT IN ('asserted', 'negated', 'hypothetical', 'planned', 'past_event_comparison')
