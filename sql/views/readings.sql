-- Reads:  claims, claim_texts
-- Writes: the view readings
-- Grain:  one row a claim that can be linked
-- Why:    a fingerprint of everything that two claims are compared and told by (facts/load_claims.sql). Better rules may read
--         the same words differently: the claim keeps its id, and what was made from its old reading must be made again.
--         A claim repeated in a later version of its article is not linked
CREATE OR REPLACE VIEW readings AS
SELECT
    c.claim_id, c.article_id, c.known_at,
    hash(
        c.article_id, c.field, c.sentence_start, c.start_char, c.quote, c.value, c.low, c.high, c.bound, c.noun, c.unit, c.kind,
        c.attribute, c.measure, c.modality, c.scope, c.place, c.as_of, c.lang, c.outlet, c.known_at, c.published_at IS NOT NULL, t.print
    ) AS reading
FROM claims AS c
JOIN claim_texts AS t USING (claim_id)
WHERE c.carried_from IS NULL
