-- Reads:  told
-- Writes: found
-- Grain:  one row a claim that tells a fact's number of one place where other claims tell it of two, or after such a one
-- Why:    "two plants at Abqaiq and Khurais" became "two plants at Abqaiq": the number stayed and the population shrank.
--         A place counts as one of two when the sentence joins another name to it; a comma alone joins
--         nothing, because the country follows it. The claim on the side with fewer
--         independent sources leads. It weighs little: of ten such flags of real news that were read, all ten told the same
--         people or plants with one place fewer in the sentence, so it never leads a list by itself.
INSERT INTO found BY NAME
WITH placed AS (
    SELECT
        fact_id, claim_id, article_id, seq, number, witness, known_at,
        lower(regexp_extract(place, '^[\pL\d''’-]+')) AS near_place,
        place_joined(sentence, place, lang) AS joined
    FROM told
    WHERE counted AND kind = 'count' AND number > 1 AND coalesce(place, '') <> ''
    QUALIFY count(*) OVER (PARTITION BY fact_id, number) > 1
),
sides AS (
    SELECT fact_id, number, near_place, joined, count(DISTINCT witness) AS witnesses
    FROM placed GROUP BY ALL
),
other AS (
    SELECT p.fact_id, p.claim_id, p.joined, q.claim_id AS other_id, p.seq > q.seq AS later, abs(p.seq - q.seq) AS distance,
           p.near_place, s.witnesses AS own_side, o.witnesses AS other_side
    FROM placed AS p
    JOIN sides AS s ON s.fact_id = p.fact_id AND s.number = p.number AND s.near_place = p.near_place AND s.joined = p.joined
    JOIN sides AS o ON o.fact_id = p.fact_id AND o.number = p.number AND o.near_place = p.near_place AND o.joined <> p.joined
    JOIN (SELECT * FROM placed QUALIFY row_number() OVER (PARTITION BY fact_id, number, near_place, joined ORDER BY seq) <= 3) AS q
        ON q.fact_id = p.fact_id AND q.number = p.number AND q.near_place = p.near_place AND q.joined <> p.joined
        AND q.article_id <> p.article_id
)
SELECT
    fact_id, 'scope_shift' AS relation, claim_id, arg_min(other_id, (NOT later, distance)) AS against_claim_id,
    CASE WHEN any_value(own_side) < any_value(other_side) THEN 0.3 ELSE 0.15 END AS weight,
    'there ' || CASE WHEN any_value(joined) THEN any_value(near_place) || ' alone' ELSE any_value(near_place) || ' and another place' END AS detail
FROM other
WHERE later OR own_side < other_side
GROUP BY fact_id, claim_id
