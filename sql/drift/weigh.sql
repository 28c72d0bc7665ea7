-- Reads:  found, thing_names, remaining, told, fact_timeline, claims, claim_texts, article_versions, fact_claims
-- Writes: weighed (temporary)
-- Grain:  one row a flag: a claim and a relation
-- Why:    what each flag would weigh if its two claims surely answered one question: the size of the gap, the independent
--         sources on each side, the outlets it reached and the surprise of the relation; and what the flag's matter is.
--         Some pairs are seldom one question, and weigh less: items of a list ("Jambi 695, Riau 187"), two named places, and
--         a handful of things that nothing happened to ("two members", "four members"). And a difference needs positive agreement, in the
--         words of one language at least: what happened (one attribute, or, where none is known, a word of the clause: four regencies
--         where suspects live and eleven with the network back), what is counted (a driver and four passengers), who is
--         named beside it (flights of two airlines), whether the sentence counts others of the kind (three badly hurt and two slightly, beside
--         the six hurt of another article), and one place or two of it (580 in Iran and Israel, 380 in Iran);
--         a share of nothing named is seldom the same share, and what happened to nobody on Monday and on Wednesday (salt sown into clouds) is two things. Days apart a like event is likelier than a correction.
--         Where each of two articles tells both figures ("police fired 380 rounds, the suspects 76"), both know that they are two questions, or how
--         one became the other: no flag. Nor are the 84 more of one day less than the 170 of the day before, or less than the 32,226 of
--         all days: what is told of a day differs from what is told of the same day only. What goes down by itself (patients who remain in hospital, the missing) is no correction, what swings
--         within a day is none either, and on a day without clock times the lower figure of a growing toll is a few hours old. "As many as 4,500" beside
--         "more than 4,500" is one estimate in two moods.
--         A round number counts as copied where several outlets print it bare and a precise one of its size had been told
--         bare just before, or was told again after it: 17,000 hectares a day after 8,431 is the next official figure. What one
--         wire's story brought to all of them is that wire's figure, and nobody copied a round one.
--         The matter is fact, cause and figure: one editor looks once, however many outlets repeat it.
CREATE OR REPLACE TEMP TABLE weighed AS
WITH figures AS (
    SELECT fact_id, number, count(DISTINCT witness) AS witnesses, count(DISTINCT coalesce(outlet, article_id)) AS outlets
    FROM told
    WHERE counted AND number IS NOT NULL
    GROUP BY fact_id, number
),
bare AS ( -- the numbers that stand without a hedge
    SELECT
        fact_id, number, granule(number) >= setting('rounding_from_granule') AS round, count(DISTINCT coalesce(outlet, article_id)) AS outlets, count(DISTINCT witness) AS witnesses,
        min(seq) AS first_seq, max(seq) AS last_seq, min(known_at + CASE WHEN clockless THEN INTERVAL 12 HOUR ELSE INTERVAL 0 HOUR END) AS first_at
    FROM told
    WHERE counted AND bound = 'exact' AND number > 0
    GROUP BY fact_id, number
),
known AS ( -- the precise ones, as often as they were told
    SELECT fact_id, seq, number, known_at + CASE WHEN clockless THEN INTERVAL 12 HOUR ELSE INTERVAL 0 HOUR END AS told_at
    FROM told
    WHERE counted AND bound = 'exact' AND number > 0 AND granule(number) < setting('rounding_from_granule')
),
copied AS (
    SELECT r.fact_id, r.number
    FROM bare AS r
    ASOF JOIN known AS k ON k.fact_id = r.fact_id AND k.seq < r.first_seq
    JOIN bare AS p ON p.fact_id = k.fact_id AND p.number = k.number
    WHERE r.round AND r.outlets >= setting('copied_round_outlets') AND r.witnesses > 1
      AND greatest(r.number / k.number, k.number / r.number) <= setting('copied_round_factor')
      AND (r.first_at <= k.told_at + to_hours(setting('copied_round_hours')::INTEGER) OR p.last_seq > r.first_seq)
),
precise AS (
    SELECT
        fact_id, count(*) AS told,
        avg(CASE WHEN role = 'differs' THEN 1 ELSE 0 END) AS differing,
        log10(quantile_cont(abs(number), 0.9) FILTER (number <> 0) / nullif(quantile_cont(abs(number), 0.1) FILTER (number <> 0), 0)) AS spread
    FROM told
    WHERE counted
    GROUP BY fact_id
),
held AS MATERIALIZED ( -- each step of the next four holds two tables against each other by their articles: joined at once they would meet by their numbers first
    SELECT f.claim_id, f.against_claim_id, c.article_id, c.content_hash, c.value, c.kind, c.unit, a.article_id AS other_article, a.content_hash AS other_hash, a.value AS other_value,
        a.kind AS other_kind, a.unit AS other_unit
    FROM (SELECT DISTINCT claim_id, against_claim_id FROM found WHERE relation IN ('contradicts', 'revised_down', 'outdated_repeat')) AS f
    JOIN claims AS c ON c.claim_id = f.claim_id
    JOIN claims AS a ON a.claim_id = f.against_claim_id
    WHERE a.article_id <> c.article_id AND a.value <> c.value
),
knows_other AS MATERIALIZED (
    SELECT DISTINCT h.*
    FROM held AS h
    JOIN claims AS x ON x.article_id = h.article_id AND x.content_hash = h.content_hash AND x.value = h.other_value AND x.kind = h.other_kind
    WHERE x.unit IS NOT DISTINCT FROM h.other_unit
),
both_known AS ( -- the article of each of the two tells the other's figure too
    SELECT h.claim_id, h.against_claim_id
    FROM knows_other AS h
    JOIN claims AS y ON y.article_id = h.other_article AND y.content_hash = h.other_hash AND y.value = h.value AND y.kind = h.kind
    WHERE y.unit IS NOT DISTINCT FROM h.unit
    UNION -- "lowered from 250 people to 25": the sentence itself tells how one became the other
    SELECT DISTINCT f.claim_id, f.against_claim_id
    FROM found AS f
    JOIN claims AS c ON c.claim_id = f.claim_id
    JOIN claim_texts AS x ON x.claim_id = c.claim_id AND x.level <> ''
    JOIN claims AS o ON o.article_id = c.article_id AND o.content_hash = c.content_hash AND o.field = c.field AND o.sentence_start = c.sentence_start
    JOIN claim_texts AS y ON y.claim_id = o.claim_id AND y.level <> '' AND y.level <> x.level
    JOIN claims AS a ON a.claim_id = f.against_claim_id AND a.value = o.value
    WHERE f.relation IN ('contradicts', 'outdated_repeat', 'magnitude_slip')
),
beside_like AS ( -- its sentence counts others to whom the same happened: three badly hurt and two slightly
    SELECT DISTINCT f.claim_id
    FROM (SELECT claim_id FROM found UNION SELECT against_claim_id FROM found) AS f
    JOIN claims AS c USING (claim_id)
    JOIN claims AS o ON o.article_id = c.article_id AND o.content_hash = c.content_hash AND o.field = c.field AND o.sentence_start = c.sentence_start
        AND o.claim_id <> c.claim_id AND o.attribute = c.attribute AND o.kind = c.kind AND o.measure = c.measure AND o.modality = c.modality
    WHERE c.kind = 'count' AND c.attribute <> 'other' AND o.value <> c.value
),
said AS (
    SELECT
        f.fact_id, f.relation, f.claim_id, f.against_claim_id, f.superseded_by, f.weight, f.apart, f.detail,
        b.seq, b.number, b.known_at,
        coalesce(c.outlet, c.article_id) AS who, CASE WHEN b.dateless THEN 'undated' ELSE told_at(c.known_at) END AS told, b.dateless OR v.undated AS orderless,
        figure_text(c.value, c.low, c.high, c.bound, c.unit) || coalesce(' ' || nullif(tc.name, ''), '') || ' ("' || c.quote || '")' AS words,
        coalesce(a.outlet, a.article_id) AS other, CASE WHEN v.undated THEN 'undated' ELSE told_at(a.known_at) END AS other_told,
        figure_text(a.value, a.low, a.high, a.bound, a.unit) || coalesce(' ' || nullif(ta.name, ''), '') || ' ("' || a.quote || '")' AS other_words,
        a.article_id = c.article_id AS same_article, c.field, c.scope, a.scope AS other_scope, c.bound,
        abs(epoch(c.known_at) - epoch(a.known_at)) / 3600.0 AS hours, coalesce(c.as_of = a.as_of, false) AS same_day_told,
        coalesce(s.outlet, s.article_id) AS mover, (epoch(c.known_at) - epoch(s.known_at)) / 3600.0 AS since_moved,
        figure_text(s.value, s.low, s.high, s.bound, s.unit) AS mover_words, figure_text(a.value, a.low, a.high, a.bound, a.unit) AS other_figure, told_at(s.known_at) AS mover_told,
        coalesce(b.number, b.low, b.high) AS size, coalesce(t.number, t.low, t.high) AS other_size,
        coalesce(fb.witnesses, 1) AS witnesses, coalesce(fb.outlets, 1) AS outlets, coalesce(fa.witnesses, 1) AS against_witnesses,
        b.bound = 'exact' AND r.number IS NOT NULL AS copied_round,
        least(lb.score, coalesce(la.score, 1)) AS own_links,
        greatest(len(regexp_extract_all(c.masked, '#+')), len(regexp_extract_all(a.masked, '#+'))) >= setting('list_from_numbers') AS listed,
        NOT contains(lower(c.place), lower(a.place)) AND NOT contains(lower(a.place), lower(c.place)) AS places_differ,
        CASE WHEN coalesce(c.attribute, 'other') <> coalesce(a.attribute, 'other') THEN 2
             WHEN coalesce(c.attribute, 'other') = 'other' AND c.lang = a.lang AND len(x.words) > 0 AND len(y.words) > 0
                  AND NOT list_has_any(list_filter(x.words, lambda s: c.kind <> 'count' OR NOT list_contains(x.noun_words, s)), y.words) THEN 1
             ELSE 0 END
        + CASE WHEN c.kind = 'count' AND c.noun = '' AND a.noun = '' THEN 1
               WHEN c.kind = 'count' AND c.lang = a.lang AND len(x.noun_words) > 0 AND len(y.noun_words) > 0 AND NOT list_has_any(x.noun_words, y.noun_words)
                    AND NOT coalesce(b.unit = 'person' AND t.unit = 'person', false) THEN 1
               ELSE 0 END
        + CASE WHEN c.lang = a.lang AND len(x.near) > 0 AND len(y.near) > 0 AND NOT list_has_any(x.near, y.names) AND NOT list_has_any(x.names, y.near)
               THEN 1 ELSE 0 END
        + CASE WHEN coalesce(place_joined(c.sentence, c.place, c.lang) <> place_joined(a.sentence, a.place, a.lang), false) THEN 1 ELSE 0 END
        + CASE WHEN 'other' IN (coalesce(c.attribute, 'other'), coalesce(a.attribute, 'other')) AND c.as_of <> a.as_of THEN 1 ELSE 0 END
        + CASE WHEN (c.claim_id IN (FROM beside_like)) <> (a.claim_id IN (FROM beside_like)) THEN 1 ELSE 0 END
        + CASE WHEN c.kind IN ('percent', 'fraction') AND 'other' IN (coalesce(c.attribute, 'other'), coalesce(a.attribute, 'other')) THEN 1 ELSE 0 END AS doubts,
        'other' IN (coalesce(c.attribute, 'other'), coalesce(a.attribute, 'other')) AS unknown,
        c.kind = 'count' AND coalesce(c.attribute, 'other') = 'other' AND greatest(b.number, t.number) <= setting('few_up_to') AS few,
        falls(c.attribute, c.claim_id IN (FROM remaining)) OR falls(a.attribute, a.claim_id IN (FROM remaining)) AS falls,
        swings(b.kind, b.unit, b.measure, b.attribute, b.noun, b.level) AS swings,
        grows(c.attribute) AND c.attribute IS NOT NULL AND b.clockless AND t.clockless AND b.number < t.number AS running,
        'at_most' IN (c.bound, a.bound) AND c.value = a.value AS ceiling,
        k.claim_id IS NOT NULL AS both_known,
        (c.measure = 'increment' OR tells_period(c.masked)) AS of_a_day, (a.measure = 'increment' OR tells_period(a.masked)) AS other_of_a_day,
        coalesce(c.as_of, c.known_at::DATE) = coalesce(a.as_of, a.known_at::DATE) AS one_day,
        CASE WHEN p.told >= setting('disorder_from_claims') THEN p.differing * least(coalesce(p.spread, 0) / 2, 1) ELSE 0 END AS disorder
    FROM found AS f
    JOIN told AS b ON b.claim_id = f.claim_id
    JOIN claims AS c ON c.claim_id = f.claim_id
    JOIN claims AS a ON a.claim_id = f.against_claim_id
    JOIN (
        SELECT a.claim_id, coalesce(dateless(a.published_at, a.known_at, v.first_seen_at), false) AS undated
        FROM (FROM claims WHERE claim_id IN (SELECT against_claim_id FROM found)) AS a
        LEFT JOIN article_versions AS v ON v.article_id = a.article_id AND v.content_hash = a.content_hash
    ) AS v ON v.claim_id = f.against_claim_id
    LEFT JOIN thing_names AS tc ON tc.noun = c.noun AND tc.lang = c.lang AND c.unit IS NULL
    LEFT JOIN thing_names AS ta ON ta.noun = a.noun AND ta.lang = a.lang AND a.unit IS NULL
    LEFT JOIN fact_timeline AS t ON t.claim_id = f.against_claim_id
    LEFT JOIN claims AS s ON s.claim_id = f.superseded_by
    LEFT JOIN claim_texts AS x ON x.claim_id = f.claim_id
    LEFT JOIN claim_texts AS y ON y.claim_id = f.against_claim_id
    LEFT JOIN figures AS fb ON fb.fact_id = f.fact_id AND fb.number = b.number
    LEFT JOIN figures AS fa ON fa.fact_id = f.fact_id AND fa.number = t.number
    LEFT JOIN precise AS p ON p.fact_id = f.fact_id
    LEFT JOIN copied AS r ON r.fact_id = f.fact_id AND r.number = b.number
    LEFT JOIN both_known AS k ON k.claim_id = f.claim_id AND k.against_claim_id = f.against_claim_id
    LEFT JOIN fact_claims AS lb ON lb.claim_id = f.claim_id
    LEFT JOIN fact_claims AS la ON la.claim_id = f.against_claim_id
)
SELECT
    *,
    (CASE relation
        WHEN 'magnitude_slip' THEN setting('severity_magnitude_slip')
        WHEN 'contradicts' THEN setting('severity_contradicts')
        WHEN 'revised_down' THEN setting('severity_revised_down')
        WHEN 'outdated_repeat' THEN setting('severity_outdated_repeat')
        WHEN 'unit_slip' THEN setting('severity_unit_slip')
        WHEN 'scope_shift' THEN setting('severity_scope_shift')
        WHEN 'hedge_lost' THEN setting('severity_hedge_lost')
        WHEN 'hedge_gained' THEN setting('severity_hedge_gained')
        WHEN 'agrees' THEN setting('severity_agrees')
        ELSE setting('severity_revised_up')
     END
     + CASE WHEN relation IN ('hedge_lost', 'hedge_gained', 'scope_shift', 'unit_slip') OR size <= 0 OR other_size <= 0 THEN 0
            ELSE setting('severity_gap') * least(abs(log10(size / other_size)), 1) END
     + CASE WHEN relation IN ('hedge_gained', 'revised_up') THEN 0
            ELSE setting('severity_witnesses') * least(against_witnesses, 5) / 5.0
                 + setting('severity_reach') * least(outlets - 1, 4) / 4.0 END) * least(weight, 1.2)
    * CASE WHEN relation IN ('contradicts', 'revised_down', 'outdated_repeat') AND listed THEN setting('listed_share') ELSE 1 END
    * CASE WHEN relation IN ('contradicts', 'revised_down', 'outdated_repeat', 'magnitude_slip') AND places_differ
           THEN setting('places_differ_share') ELSE 1 END
    * CASE WHEN relation IN ('contradicts', 'revised_down', 'outdated_repeat') THEN setting('doubt_share') ** coalesce(doubts, 0) ELSE 1 END
    * CASE WHEN relation IN ('contradicts', 'revised_down', 'outdated_repeat') AND few THEN setting('few_share') ELSE 1 END
    * CASE WHEN relation IN ('contradicts', 'revised_down', 'outdated_repeat') AND superseded_by IS NULL AND hours > 24 * setting('apart_days') AND NOT same_day_told THEN setting('apart_share') ELSE 1 END
    * CASE WHEN relation IN ('contradicts', 'revised_down') AND falls THEN setting('falls_share') ELSE 1 END
    * CASE WHEN relation IN ('contradicts', 'revised_down') AND (swings OR (running AND relation = 'contradicts')) THEN setting('moving_share') ELSE 1 END
    * CASE WHEN relation = 'contradicts' AND ceiling THEN setting('moving_share') ELSE 1 END AS raw,
    md5(concat_ws('|', fact_id,
        CASE WHEN relation IN ('revised_down', 'contradicts') THEN 'differs'
             WHEN relation IN ('hedge_lost', 'hedge_gained') THEN 'hedge' ELSE relation END,
        CASE WHEN relation = 'revised_up' THEN against_claim_id ELSE printf('%.6g', size) END))[:16] AS matter
FROM said
WHERE NOT both_known
  AND NOT coalesce(relation IN ('contradicts', 'revised_down', 'outdated_repeat') AND (of_a_day <> other_of_a_day OR (of_a_day AND NOT one_day)), false)
