-- Reads:  told, fact_states, explained
-- Writes: found
-- Grain:  one row a claim that tells a higher figure than the one it replaced
-- Why:    (joined by claim, never by fact: a fact of ten thousand claims has a hundred million pairs)
--         the claim that moved the state up, and those that tell the move for some days after it; growth is information,
--         so the severity is low and the followers belong to the matter of the mover. What the sentence itself tells it
--         replaced (revised_told) goes before what was believed.
INSERT INTO found BY NAME
SELECT
    t.fact_id, 'revised_up' AS relation, t.claim_id, old.claim_id AS against_claim_id,
    CASE WHEN u.seq = t.seq THEN NULL ELSE mover.claim_id END AS superseded_by, 1 AS weight, e.words AS detail
FROM told AS t
JOIN fact_states AS u ON u.claim_id = t.last_up
JOIN told AS old ON old.claim_id = u.old_claim_id
JOIN told AS mover ON mover.claim_id = u.claim_id
LEFT JOIN explained AS e ON e.claim_id = mover.claim_id AND e.near_id = old.claim_id
WHERE t.role IN ('moves', 'confirms', 'echoes') AND t.how IS DISTINCT FROM 'down' AND t.bound <> 'vague' AND NOT swings(t.kind, t.unit, t.measure, t.attribute, t.noun, t.level)
  AND NOT t.dateless AND NOT old.dateless AND t.tight_low > u.old_high AND t.wide_low > old.wide_high AND t.number IS DISTINCT FROM old.number
  AND (t.article_id <> old.article_id OR t.content_hash <> old.content_hash)
  AND t.known_at <= mover.known_at + to_days(setting('revision_days')::INTEGER)
  AND coalesce(e.how, '') <> 'sum'
  AND NOT EXISTS (FROM found AS f WHERE f.claim_id = t.claim_id AND f.relation IN ('magnitude_slip', 'contradicts', 'revised_up', 'revised_down'))
