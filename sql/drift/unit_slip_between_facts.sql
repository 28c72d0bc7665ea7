-- Reads:  told, fact_timeline, claims, article_facts
-- Writes: found
-- Grain:  one row a claim that tells the number of another fact of its event with another unit
-- Why:    the linker keeps barrels and barrels per day apart, as it should, so the slip stands between two facts: the same
--         number (of two digits and large, or of three and more), units that are taken for one another, within some days,
--         in articles that share a fact, and of one attribute, or of one that is not known: 303 families displaced beside 303
--         people killed is chance. The flag belongs to the claim with fewer independent sources behind its unit,
--         when both have as many, to the later one. Fees, wages and prices are told with and without
--         their month and what they buy (of fifteen such flags of real news none was wanted), so there it weighs little.
INSERT INTO found BY NAME
WITH spread AS ( -- only what a claim at hand tells: most of the ledger is not looked at
    SELECT DISTINCT number FROM told
    WHERE role <> 'carried' AND (length(digits(number)) >= setting('unusual_digits') OR (length(digits(number)) >= 2 AND number >= 1000))
),
several AS (SELECT number FROM fact_timeline WHERE number IN (FROM spread) GROUP BY number HAVING min(coalesce(unit, 'no unit')) <> max(coalesce(unit, 'no unit'))),
numbers AS (
    SELECT
        t.fact_id, t.number, coalesce(t.unit, 'no unit') AS label, coalesce(c.attribute, 'other') AS attribute,
        count(DISTINCT t.witness) AS witnesses, min(t.known_at) AS first_at, max(t.known_at) AS last_at, arg_min(t.claim_id, t.seq) AS first_id, arg_min(c.article_id, t.seq) AS article_id, arg_min(c.masked, t.seq) AS masked
    FROM fact_timeline AS t
    JOIN claims AS c USING (claim_id)
    WHERE t.role <> 'carried' AND c.modality = 'asserted' AND t.number IN (FROM several) AND (t.unit IS NOT NULL OR (c.kind = 'count' AND c.noun <> ''))
    GROUP BY t.fact_id, t.number, label, coalesce(c.attribute, 'other')
),
pairs AS (
    SELECT t.fact_id, t.claim_id, t.article_id, o.first_id, o.article_id AS other_article, o.label AS other_label, n.label, o.witnesses
    FROM told AS t
    JOIN numbers AS n ON n.fact_id = t.fact_id AND n.number = t.number AND n.label = coalesce(t.unit, 'no unit')
        AND n.attribute = coalesce(t.attribute, 'other')
    JOIN numbers AS o ON o.number = n.number AND o.fact_id <> n.fact_id AND o.label <> n.label AND slip_units(n.label, o.label)
        AND (o.attribute = n.attribute OR 'other' IN (o.attribute, n.attribute))
    WHERE t.role <> 'carried' AND t.modality = 'asserted'
      AND NOT (starts_with(o.label, n.label || ' per ') AND says_per(t.masked)) AND NOT (starts_with(n.label, o.label || ' per ') AND says_per(o.masked))
      AND (o.witnesses > n.witnesses OR (o.witnesses = n.witnesses AND o.first_at < n.first_at))
      AND t.known_at BETWEEN o.first_at - to_days(setting('slip_days')::INTEGER) AND o.last_at + to_days(setting('slip_days')::INTEGER)
      AND NOT EXISTS (FROM found AS f WHERE f.claim_id = t.claim_id AND f.relation = 'unit_slip')
)
SELECT p.fact_id, 'unit_slip' AS relation, p.claim_id, arg_max(p.first_id, (p.witnesses, p.first_id)) AS against_claim_id,
       CASE WHEN bool_or(regexp_matches(p.label, '^[A-Z]{3}( per |$)')) THEN 0.3 ELSE 1 END AS weight,
       any_value(p.label) || ' instead of ' || arg_max(p.other_label, (p.witnesses, p.first_id)) AS detail
FROM pairs AS p
WHERE p.article_id <> p.other_article
  AND EXISTS (FROM article_facts AS f JOIN article_facts AS g USING (fact_id) WHERE f.article_id = p.article_id AND g.article_id = p.other_article)
GROUP BY p.fact_id, p.claim_id
