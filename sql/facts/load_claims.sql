-- Reads:  claims, claim_texts, in_scope (claim ids, given by the step)
-- Writes: nothing
-- Grain:  one row a claim in scope, in the order that never depends on arrival
-- Why:    everything that two claims are compared by
SELECT
    c.claim_id, c.article_id, c.field, c.sentence_start, c.start_char, c.quote, c.value, c.low, c.high, c.bound,
    c.noun, c.unit, c.kind, c.attribute, c.measure, c.modality, c.scope, c.place, c.as_of, c.lang, c.outlet,
    c.known_at, c.published_at IS NOT NULL AS dated,
    t.focus_hash, t.context_hash, t.noun_hash, t.names, t.near, t.words, t.noun_words, t.topics, t.beside_left, t.beside_right, t.level, t.happening, t.article_happening
FROM claims AS c
JOIN claim_texts AS t USING (claim_id)
JOIN in_scope AS s USING (claim_id)
WHERE c.carried_from IS NULL
ORDER BY c.known_at, c.article_id, c.field DESC, c.start_char, c.claim_id
