-- Reads:  told, fact_timeline, claims, claim_texts, article_facts
-- Writes: found
-- Grain:  one row a claim that tells another fact's well-known number of its event under another scale
-- Why:    "57 million barrels" for 5.7 million barrels a day: the slip took the unit with it, so the linker kept the two
--         apart. The digits are the same, two or more; so many independent sources tell the plain number that chance is out;
--         one source alone tells the slipped one, near in time, in a unit that is the same or taken for it; its article does
--         not tell the plain number, and shares a fact with an article that does. Both are asserted, of one attribute or
--         of one that is not known: 34 killed beside 3,400 families displaced is chance. Digits recur in a crisis that is all sums
--         (150 billion for small firms, 15 billion lost by a state): in one language the two clauses share some words, or the flag is quiet,
--         and things with two names (a dozen states, 1,200 infections) have not slipped at all: of 22 such of real news none had.
INSERT INTO found BY NAME
WITH odd AS (
    SELECT fact_id, claim_id, article_id, number, digits(number) AS digits, coalesce(unit, 'no unit') AS label, coalesce(attribute, 'other') AS attribute,
           kind, known_at
    FROM told
    WHERE role <> 'carried' AND modality = 'asserted' AND number >= 1000 AND kind IN ('count', 'money', 'measure', 'rate') AND length(digits(number)) >= 2
      AND NOT swings(kind, unit, measure, attribute, noun, level) AND (unit IS NOT NULL OR noun <> '')
    QUALIFY count(*) OVER (PARTITION BY fact_id, number) = 1
),
scales AS MATERIALIZED ( -- the same digits under several scales; each number of the ledger is written out once
    SELECT number, digits
    FROM (SELECT number, digits(number) AS digits FROM (SELECT DISTINCT number FROM fact_timeline))
    WHERE digits IN (SELECT digits FROM odd)
    QUALIFY count(*) OVER (PARTITION BY digits) > 1
),
plain AS (
    SELECT
        t.fact_id, t.number, any_value(s.digits) AS digits, coalesce(t.unit, 'no unit') AS label, coalesce(c.attribute, 'other') AS attribute,
        count(DISTINCT t.witness) AS witnesses, min(t.known_at) AS first_at, max(t.known_at) AS last_at, arg_min(t.claim_id, t.seq) AS first_id, list(DISTINCT c.article_id) AS articles,
        row_number() OVER () AS telling
    FROM fact_timeline AS t
    JOIN scales AS s ON s.number = t.number
    JOIN claims AS c USING (claim_id)
    WHERE t.role NOT IN ('carried', 'shown')
    GROUP BY t.fact_id, t.number, t.unit, coalesce(c.attribute, 'other')
    HAVING witnesses >= setting('known_to_witnesses')
),
pairs AS (
    SELECT o.fact_id, o.claim_id, o.article_id, p.first_id, p.telling, p.witnesses, round(log10(o.number / p.number))::INTEGER AS power
    FROM odd AS o
    JOIN plain AS p ON p.digits = o.digits AND p.fact_id <> o.fact_id AND p.number <> o.number
    WHERE (p.label = o.label OR slip_units(p.label, o.label)) AND (p.attribute = o.attribute OR 'other' IN (p.attribute, o.attribute))
      AND scale_slip(p.number, o.number) IS NOT NULL
      AND o.known_at BETWEEN p.first_at - to_days(setting('slip_near_days')::INTEGER) AND p.last_at + to_days(setting('slip_near_days')::INTEGER)
      AND NOT list_contains(p.articles, o.article_id)
      AND NOT EXISTS (FROM found AS f WHERE f.claim_id = o.claim_id AND f.relation = 'magnitude_slip')
),
beside_it AS ( -- the facts that the articles with the plain number tell
    SELECT DISTINCT u.telling, f.fact_id
    FROM (SELECT telling, unnest(articles) AS article_id FROM plain WHERE telling IN (SELECT telling FROM pairs)) AS u
    JOIN article_facts AS f USING (article_id)
)
SELECT
    b.fact_id, 'magnitude_slip' AS relation, b.claim_id, b.first_id AS against_claim_id,
    CASE WHEN c.lang <> o.lang OR len(list_intersect(x.words, y.words)) >= setting('slip_words') THEN 1 ELSE 0.5 END AS weight, true AS apart,
    (10 ** abs(b.power))::BIGINT || ' times too ' || CASE WHEN b.power > 0 THEN 'high' ELSE 'low' END AS detail
FROM (
    FROM pairs AS p
    WHERE EXISTS (FROM article_facts AS f JOIN beside_it AS b USING (fact_id) WHERE f.article_id = p.article_id AND b.telling = p.telling)
    QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY witnesses DESC, first_id DESC) = 1
) AS b
JOIN claims AS c ON c.claim_id = b.claim_id
JOIN claims AS o ON o.claim_id = b.first_id
LEFT JOIN claim_texts AS x ON x.claim_id = b.claim_id
LEFT JOIN claim_texts AS y ON y.claim_id = b.first_id
WHERE c.lang <> o.lang OR coalesce(len(x.noun_words) = 0 OR len(y.noun_words) = 0 OR list_has_any(x.noun_words, y.noun_words), true)
   OR (counted_as(c.noun, c.unit) = 'person' AND counted_as(o.noun, o.unit) = 'person' AND c.attribute = o.attribute)
