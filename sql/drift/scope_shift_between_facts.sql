-- Reads:  told, fact_timeline, claims, article_facts
-- Writes: found
-- Grain:  one row a claim that tells the unusual number of another fact of its event
-- Why:    "1,524 children killed" after "1,524 killed, children among them": the number of one population was told of
--         another. Two facts are of one event when two articles that tell them
--         share any fact that both tell as today's (an older disaster that both recall does not make one event); the number must be unusual, the attribute the
--         same, the scope different, and the claim's own article must not tell both (then it knows what it does). The
--         flag belongs to the later claim's fact. Slots of days keep apart what only shares a number: of years of news
--         a number of three digits has been told of hundreds of facts.
--         Where the text does not say what happened to them, a number and two names are chance: of eight such of real news none was a shift.
--         A place in another language is another spelling before it is another place (Cusco, Куско).
--         What was told with another unit (the families told as people) is that slip alone.
INSERT INTO found BY NAME
WITH spread AS ( -- only what a claim at hand tells: most of the ledger is not looked at
    SELECT DISTINCT number FROM told WHERE counted AND kind = 'count' AND measure <> 'increment' AND length(digits(number)) >= setting('unusual_digits')
),
telling AS MATERIALIZED (
    SELECT t.fact_id, t.number, c.attribute, c.kind, lower(coalesce(c.scope, '')) AS scope, lower(coalesce(c.place, '')) AS place, t.witness, t.claim_id, t.seq, t.known_at, c.article_id, c.lang
    FROM fact_timeline AS t
    JOIN claims AS c USING (claim_id)
    WHERE t.role NOT IN ('shown', 'carried') AND t.number IN (FROM spread) AND c.kind = 'count' AND c.measure <> 'increment'
),
several AS (SELECT number FROM telling GROUP BY number HAVING min(scope) <> max(scope) OR min(place) <> max(place)), -- told of several populations at all
unusual AS (
    SELECT fact_id, number, attribute, kind, scope, place, count(DISTINCT witness) AS witnesses,
           arg_min(claim_id, seq) AS first_id, min(known_at) AS first_at, list(DISTINCT article_id) AS articles, list(DISTINCT lang) AS langs, row_number() OVER () AS telling,
           floor(epoch(first_at) / (86400 * setting('slip_days'))) AS slot
    FROM telling
    WHERE number IN (FROM several)
    GROUP BY ALL
),
later AS ( -- what is told at most so many days after stands in the slot of the other or in the next
    SELECT *, floor(epoch(known_at) / (86400 * setting('slip_days'))) - unnest([0, 1]) AS slot
    FROM told
    WHERE counted AND measure <> 'increment' AND number IN (FROM several)
),
pairs AS (
    SELECT
        b.fact_id, t.claim_id, t.article_id, a.telling, a.first_id, coalesce(nullif(CASE WHEN a.scope <> b.scope THEN a.scope ELSE a.place END, ''), 'all of them') AS population, a.witnesses
    FROM later AS t
    JOIN unusual AS b ON b.fact_id = t.fact_id AND b.number = t.number AND b.scope = lower(coalesce(t.scope, '')) AND b.place = lower(coalesce(t.place, ''))
    JOIN unusual AS a ON a.number = b.number AND a.slot = t.slot AND a.attribute = b.attribute AND a.attribute <> 'other' AND a.fact_id <> b.fact_id
        AND ((a.scope <> b.scope AND (a.scope = '' OR b.scope = '')) OR (a.place <> b.place AND a.place <> '' AND b.place <> '' AND list_has_any(a.langs, b.langs)))
    WHERE t.known_at > a.first_at AND t.known_at <= a.first_at + to_days(setting('slip_days')::INTEGER)
      AND a.witnesses >= b.witnesses AND NOT list_contains(a.articles, t.article_id)
      AND NOT EXISTS (FROM found AS f WHERE f.claim_id = t.claim_id AND f.relation = 'unit_slip')
),
beside_it AS ( -- the facts that the articles with the other number tell
    SELECT DISTINCT u.telling, f.fact_id
    FROM (SELECT telling, unnest(articles) AS article_id FROM unusual WHERE telling IN (SELECT telling FROM pairs)) AS u
    JOIN article_facts AS f USING (article_id)
)
SELECT p.fact_id, 'scope_shift' AS relation, p.claim_id, arg_max(p.first_id, (p.witnesses, p.first_id)) AS against_claim_id, 1 AS weight,
       'there ' || arg_max(p.population, (p.witnesses, p.first_id)) AS detail
FROM pairs AS p
WHERE EXISTS (FROM article_facts AS f JOIN beside_it AS b USING (fact_id) WHERE f.article_id = p.article_id AND b.telling = p.telling)
GROUP BY p.fact_id, p.claim_id
