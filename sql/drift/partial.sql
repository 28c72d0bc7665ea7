-- Reads:  changed_facts, fact_claims, claims
-- Writes: partial (temporary)
-- Grain:  one row a claim that tells a part of the whole which others tell
-- Why:    "the ambassador and three other Americans" are four, "279 were found at the scene and 133 died in hospital" are the
--         412 of the headline, "three killed and four others wounded" are the seven who were shot. A part beside its whole is no lower
--         figure. Others leave out who was named of the same kind; where another attribute was counted just before (59 dead and 520
--         others injured) they are a whole, unless the two add up to a figure of the fact. Parts of one sentence count as such
--         where their sum is told by the article, give or take its hedge, or to the digit by the fact, and where the sentence opens
--         with the whole ("of the dead ...") or counts some of those whom it counted ("20 of them"). 13 people, four children among them,
--         are 13 and never 17; and where most of the fact count the children, "of the dead four were children" is the whole of its question.
CREATE OR REPLACE TEMP TABLE partial AS
WITH near AS ( -- all that the articles of the changed facts count, in whichever fact it is
    SELECT c.claim_id, c.article_id, c.content_hash, c.field, c.sentence_start, c.start_char, c.attribute, c.value, c.low, c.high, c.measure, c.scope, tells_rest(c.masked) AS rest,
           f.fact_id
    FROM claims AS c
    LEFT JOIN fact_claims AS f USING (claim_id)
    WHERE c.kind = 'count' AND c.modality = 'asserted' AND c.carried_from IS NULL
      AND c.article_id IN (SELECT x.article_id FROM changed_facts JOIN fact_claims USING (fact_id) JOIN claims AS x USING (claim_id))
),
before AS ( -- who was counted before the others, in the same sentence
    SELECT r.claim_id, r.fact_id, r.value, bool_or(b.claim_id IS NOT NULL AND coalesce(b.attribute, 'other') <> coalesce(r.attribute, 'other')) AS otherwise,
        arg_max(b.value, b.start_char) AS first_value
    FROM near AS r
    LEFT JOIN near AS b ON b.article_id = r.article_id AND b.content_hash = r.content_hash AND b.field = r.field
        AND b.sentence_start = r.sentence_start AND b.start_char < r.start_char
    WHERE r.rest
    GROUP BY r.claim_id, r.fact_id, r.value
),
told AS (
    SELECT DISTINCT f.fact_id, c.value
    FROM changed_facts JOIN fact_claims AS f USING (fact_id) JOIN claims AS c USING (claim_id)
    WHERE c.modality = 'asserted' AND c.value IS NOT NULL
),
sums AS (
    SELECT article_id, content_hash, field, sentence_start, attribute, sum(value) AS total, list(claim_id) AS parts, list(DISTINCT fact_id) AS facts
    FROM near
    WHERE measure = 'total' AND value > 0 AND coalesce(attribute, 'other') <> 'other'
    GROUP BY ALL
    HAVING count(*) > 1 AND count(scope) IN (0, count(*))
),
scoped AS ( -- facts that most tell of some group
    SELECT fact_id FROM changed_facts JOIN fact_claims USING (fact_id) JOIN claims AS c USING (claim_id) GROUP BY fact_id HAVING 2 * count(c.scope) > count(*)
),
whole AS (
    SELECT s.parts
    FROM sums AS s
    JOIN near AS w ON w.article_id = s.article_id AND w.content_hash = s.content_hash AND w.attribute = s.attribute
        AND (w.field <> s.field OR w.sentence_start <> s.sentence_start)
    WHERE w.value = s.total OR (s.total BETWEEN w.low AND coalesce(w.high, 1.1 * w.value))
    UNION ALL
    SELECT s.parts FROM (SELECT *, unnest(facts) AS fact_id FROM sums) AS s JOIN told AS t ON t.fact_id = s.fact_id AND t.value = s.total
)
SELECT claim_id FROM before WHERE NOT coalesce(otherwise, false)
UNION
SELECT b.claim_id FROM before AS b JOIN told AS t ON t.fact_id = b.fact_id AND t.value = b.value + b.first_value
UNION
SELECT unnest(parts) FROM whole
UNION
SELECT c.claim_id FROM changed_facts JOIN fact_claims USING (fact_id) JOIN claims AS c USING (claim_id)
WHERE c.attribute = 'killed' AND c.kind = 'count' AND tells_part(c.masked) AND NOT (c.scope IS NOT NULL AND fact_id IN (FROM scoped))
