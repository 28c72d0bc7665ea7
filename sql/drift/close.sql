-- Reads:  told, ranked
-- Writes: drift
-- Grain:  one row a flag
-- Why:    an open or possible flag whose rule no longer finds it (late evidence, another linking) says so and closes; it is not
--         deleted, because somebody may have read it
UPDATE drift
SET state = 'closed', closed_at = $now, closed_reason = 'The evidence changed: the rule no longer finds it.', lead = false
WHERE state IN ('open', 'possible')
  AND (claim_id IN (SELECT claim_id FROM told) OR fact_id IN (SELECT fact_id FROM told))
  AND drift_id NOT IN (SELECT drift_id FROM ranked)
