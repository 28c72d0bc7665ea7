-- Reads:  told, found, swings
-- Writes: beside (temporary)
-- Grain:  one row a claim that differs from the state, or moves it, and a claim near it in the order of the fact
-- Why:    a claim is held against the state and a bounded number of neighbours, never against all pairs: with ten
--         thousand claims on one toll that would be fifty million. Inside a day without clock times the neighbours
--         after it count too, because nobody knows the order, and so do those of its own article. article_has_state: the claim's own article tells the
--         state too, so it knows both figures (58 victims, 59 with the gunman). told_before: its number was told before.
--         What swings stands beside figures that the texts date to the same day only. same_thing: the counted things have
--         one name, or one is a part of the other. Claims whose scale slipped stand beside nobody: what differs from a slip is right.
CREATE OR REPLACE TEMP TABLE beside AS
WITH lengths AS (SELECT fact_id, max(seq) AS length FROM told GROUP BY fact_id),
odd AS (
    SELECT told.*, unnest(range(greatest(seq - setting('look_back_claims')::INTEGER, 1), least(seq + 8, length) + 1))::INTEGER AS near
    FROM told
    ANTI JOIN found USING (claim_id)
    JOIN lengths USING (fact_id)
    WHERE role IN ('differs', 'moves') AND counted AND (as_of IS NOT NULL OR NOT swings(kind, unit, measure, attribute, noun, level))
),
pairs AS MATERIALIZED (
    SELECT
        o.fact_id, o.claim_id, o.seq, o.role, o.kind, o.unit, o.article_id, n.article_id AS near_article, o.number, n.number AS near_number,
        o.known_at, n.known_at AS near_known_at, swings(o.kind, o.unit, o.measure, o.attribute, o.noun, o.level) AS swings, o.witness, o.outlet, n.outlet AS near_outlet, o.how, o.attribute,
        n.claim_id AS near_id, n.seq AS near_seq, n.role AS near_role, n.witness AS near_witness,
        n.article_id = o.article_id AND n.content_hash = o.content_hash AS same_article, n.sentence = o.sentence AS same_sentence,
        lower(n.noun) = lower(o.noun) OR n.noun = '' OR o.noun = '' OR ends_with(lower(o.noun), ' ' || lower(n.noun))
            OR ends_with(lower(n.noun), ' ' || lower(o.noun)) AS same_thing,
        n.noun <> '' AND lower(n.noun) = lower(o.noun) AS same_name,
        coalesce(n.number = o.number, false) AS same_number,
        n.tight_low AS near_low, n.tight_high AS near_high,
        n.seq < o.seq AS earlier,
        CASE WHEN o.clockless AND n.clockless THEN n.known_at = o.known_at
             WHEN o.clockless OR n.clockless -- a day without a clock is as far as its noon
             THEN abs(epoch(o.known_at) - epoch(n.known_at) + CASE WHEN o.clockless THEN 43200 ELSE -43200 END) <= 3600 * setting('window_hours')
             ELSE abs(epoch(o.known_at) - epoch(n.known_at)) <= 3600 * setting('window_hours') END AS in_window,
        (o.clockless OR n.clockless) AND n.known_at::DATE = o.known_at::DATE AS unordered,
        (o.wide_low > n.wide_high OR o.wide_high < n.wide_low)
            AND NOT coalesce(o.number = n.number AND (o.bound = 'exact' OR n.bound = 'exact'), false) AS disjoint,
        o.tight_low > n.tight_high AS above,
        n.role IN ('opens', 'confirms', 'moves') AS bears_state,
        (epoch(o.known_at) - epoch(n.known_at)) / 3600.0 AS hours,
        abs(o.number - n.number) / nullif(greatest(abs(o.number), abs(n.number)), 0) AS gap
    FROM odd AS o
    JOIN told AS n ON n.fact_id = o.fact_id AND n.seq = o.near AND n.claim_id <> o.claim_id AND n.counted AND NOT n.dateless
        AND (n.as_of = o.as_of OR NOT swings(o.kind, o.unit, o.measure, o.attribute, o.noun, o.level))
    ANTI JOIN found AS f ON f.claim_id = n.claim_id
    WHERE (n.seq < o.seq OR ((o.clockless OR n.clockless) AND n.known_at::DATE = o.known_at::DATE)
       OR (n.article_id = o.article_id AND n.content_hash = o.content_hash))
)
SELECT p.*, w.article_has_state, w.told_before
FROM pairs AS p
JOIN ( -- no window: it would sort all of these columns
    SELECT
        claim_id, bool_or(same_article AND bears_state AND disjoint) AS article_has_state,
        bool_or(earlier AND same_number AND NOT same_article) AS told_before
    FROM pairs
    GROUP BY claim_id
) AS w USING (claim_id)
