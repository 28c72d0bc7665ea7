-- Reads:  weighed, fact_timeline, fact_claims, claims, claim_texts, tellings, pair_links
-- Writes: certain (temporary)
-- Grain:  one row a flag: two claims that some rule holds against each other
-- Why:    how sure it is that the two answer one question. A wrong link is the cause of most wrong flags, and four things tell it:
--         the linking model over all tellings of the two figures, on average and at best; whether articles with the one figure and
--         articles with the other agree on the number of some other fact, as those of one event do (of 44 flags of real
--         news where none agrees 21 linked two questions, of 30 where one does 5); and whether they tell of one kind of event. The weights are
--         those of a logistic regression (settings certainty_*). That two articles agree elsewhere says that they tell one event and no more: of
--         the families displaced by a flood and those registered for aid after it, told by the same articles, it says little. Nothing is known where the model was not asked: there the links
--         of the claims with their fact count.
CREATE OR REPLACE TEMP TABLE certain AS
WITH figures AS (
    SELECT DISTINCT fact_id, number, other_fact, other_number FROM tellings WHERE number IS NOT NULL AND other_number IS NOT NULL
),
articles AS ( -- the nearest ones that tell each side
    SELECT DISTINCT t.fact_id, t.number, t.other_fact, t.other_number, c.article_id, c.content_hash, 'own' AS side
    FROM tellings AS t JOIN claims AS c USING (claim_id)
    UNION ALL
    SELECT DISTINCT t.fact_id, t.number, t.other_fact, t.other_number, c.article_id, c.content_hash, 'other'
    FROM tellings AS t JOIN claims AS c ON c.claim_id = t.against_claim_id
),
beside_it AS ( -- what else they tell, by those that tell one of the two figures only
    SELECT a.fact_id, a.number, a.other_fact, a.other_number, a.side, f.fact_id AS third, c.value
    FROM (FROM articles QUALIFY count(*) OVER (PARTITION BY fact_id, number, other_fact, other_number, article_id) = 1) AS a
    JOIN claims AS c ON c.article_id = a.article_id AND c.content_hash = a.content_hash AND c.value IS NOT NULL AND c.modality = 'asserted'
    JOIN fact_claims AS f ON f.claim_id = c.claim_id AND f.fact_id NOT IN (a.fact_id, a.other_fact)
    GROUP BY ALL
),
shared AS (
    SELECT o.fact_id, o.number, o.other_fact, o.other_number, count(DISTINCT o.third) AS shared
    FROM beside_it AS o
    JOIN beside_it AS a USING (fact_id, number, other_fact, other_number, third, value)
    WHERE o.side = 'own' AND a.side = 'other'
    GROUP BY ALL
),
asked AS (
    SELECT
        t.fact_id, t.number, t.other_fact, t.other_number, count(*) AS tellings, avg(p.probability) AS link_mean, max(p.probability) AS link_best,
        CASE WHEN avg(kinds_apart(x.article_happening, y.article_happening)::INTEGER) > 0.5 THEN false
             WHEN avg(CASE WHEN x.article_happening <> '' AND y.article_happening <> ''
                           THEN list_has_any(string_split(x.article_happening, ' '), string_split(y.article_happening, ' '))::INTEGER END) > 0.5 THEN true
             END AS one_kind
    FROM tellings AS t
    JOIN pair_links AS p USING (claim_id, against_claim_id)
    LEFT JOIN claim_texts AS x ON x.claim_id = t.claim_id
    LEFT JOIN claim_texts AS y ON y.claim_id = t.against_claim_id
    WHERE t.number IS NOT NULL AND t.other_number IS NOT NULL
    GROUP BY ALL
),
known AS (
    SELECT DISTINCT
        w.claim_id, w.against_claim_id, w.own_links, coalesce(c.attribute, 'other') = coalesce(x.attribute, 'other') AS one_attribute, coalesce(a.tellings, (p.probability IS NOT NULL)::INTEGER) AS tellings,
        coalesce(a.link_mean, p.probability, w.own_links) AS link_mean, coalesce(a.link_best, p.believed, w.own_links) AS link_best,
        least(coalesce(s.shared, 0), CASE WHEN one_attribute THEN 3 ELSE 1 END) AS shared, a.one_kind
    FROM weighed AS w
    JOIN fact_timeline AS o ON o.claim_id = w.against_claim_id
    JOIN claims AS c ON c.claim_id = w.claim_id
    JOIN claims AS x ON x.claim_id = w.against_claim_id
    LEFT JOIN asked AS a ON a.fact_id = w.fact_id AND a.number = w.number AND a.other_fact = o.fact_id AND a.other_number = o.number
    LEFT JOIN shared AS s ON s.fact_id = w.fact_id AND s.number = w.number AND s.other_fact = o.fact_id AND s.other_number = o.number
    LEFT JOIN pair_links AS p ON p.claim_id = w.claim_id AND p.against_claim_id = w.against_claim_id
)
SELECT
    * EXCLUDE (own_links, one_attribute),
    CASE WHEN tellings = 0 THEN own_links
         ELSE 1 / (1 + exp(-(setting('certainty_base')
             + setting('certainty_mean') * ln(greatest(link_mean, 0.02) / (1 - least(link_mean, 0.98)))
             + setting('certainty_best') * ln(greatest(link_best, 0.02) / (1 - least(link_best, 0.98)))
             + setting('certainty_shared') * least(shared, 3)
             + CASE WHEN one_kind THEN setting('certainty_kind') WHEN NOT one_kind THEN setting('certainty_two_kinds') ELSE 0 END))) END AS certainty
FROM known
