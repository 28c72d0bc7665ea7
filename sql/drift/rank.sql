-- Reads:  weighed, pair_links, certain
-- Writes: ranked (temporary)
-- Grain:  one row a flag: a claim and a relation
-- Why:    few and right: what a flag would weigh, times how far its two claims can be trusted to answer one question; which
--         flag leads its matter; one plain sentence that says what happened. A pair that the linking model takes for two
--         questions rather than one raises no flag at all (where the model was not asked, the claims' own links count). A rise and a fall are
--         judged by the best pair, because "58, then 59" is told by many; a slip of digits, a unit or a population is
--         found between claims that the model keeps apart. Weeks apart, and between texts without a date, the model must be sure, or both name one day. Three things make a flag quiet: a pair that the model hardly believes in;
--         a gap that no desk makes and no digit explains ("three aircraft" against "5,809 men"): a wrong link; where the text does not say what
--         happened to the counted, a smaller gap is one already;
--         a fact in disorder, where half of the claims differ by powers of ten: many questions in one.
--         A slip of three digits or more and a scale is itself evidence for the link, so a weak link costs it less.
CREATE OR REPLACE TEMP TABLE ranked AS
WITH asked AS (
    SELECT
        w.rowid AS flag, relation, matter, seq, w.claim_id, weight, apart, raw, size, other_size, unknown, hours, disorder, -- the words join at the end
        coalesce(p.believed, w.own_links) AS chance, s.certainty, s.tellings, s.link_mean, s.link_best, s.shared, s.one_kind,
        relation IN ('contradicts', 'revised_up', 'revised_down', 'outdated_repeat') AND NOT apart AS differs,
        apart OR relation IN ('magnitude_slip', 'unit_slip', 'scope_shift') AS by_number,
        relation IN ('contradicts', 'revised_up', 'revised_down') AND (hours > 24 * setting('far_days') OR relation = 'contradicts' AND orderless) AND NOT same_day_told AS far,
        relation = 'outdated_repeat' AND superseded_by IS NULL AS floor, -- far below by its rule
        CASE WHEN floor THEN 1 / setting('stale_floor_share') WHEN unknown THEN setting('plausible_factor_unnamed') ELSE setting('plausible_factor') END AS near,
        CASE WHEN floor THEN setting('floor_reach') WHEN unknown THEN setting('implausible_factor_unnamed') ELSE setting('implausible_factor') END AS far_off
    FROM weighed AS w
    LEFT JOIN pair_links AS p USING (claim_id, against_claim_id)
    LEFT JOIN certain AS s USING (claim_id, against_claim_id)
    QUALIFY by_number OR CASE relation WHEN 'revised_up' THEN max(chance) OVER (PARTITION BY matter) >= CASE WHEN far THEN setting('trust_full_at') ELSE setting('trust_least_rise') END
                         WHEN 'revised_down' THEN greatest(chance, CASE WHEN tellings > 1 THEN link_best ELSE 0 END) >= CASE WHEN far THEN setting('trust_full_at') ELSE setting('trust_least') END
                         WHEN 'hedge_lost' THEN chance >= setting('trust_least_hedge') WHEN 'hedge_gained' THEN chance >= setting('trust_least_hedge')
                         ELSE chance >= CASE WHEN far THEN setting('trust_full_at') ELSE setting('trust_least') END END
),
trusted AS (
    SELECT
        *,
        greatest(setting('trust_floor'), least(1, CASE
            WHEN differs THEN (certainty - setting('possible_below')) / (setting('certain_from') - setting('possible_below'))
            ELSE (chance - setting('trust_none_at')) / (setting('trust_full_at') - setting('trust_none_at')) END)) AS link,
        differs AND max(certainty) OVER (PARTITION BY matter, relation)
            < CASE relation WHEN 'revised_up' THEN setting('possible_below_rise') ELSE setting('possible_below') END AS possible,
        CASE WHEN NOT (relation IN ('contradicts', 'revised_down', 'outdated_repeat') OR (relation = 'revised_up' AND (unknown OR hours <= setting('window_hours')))) OR size <= 0 OR other_size <= 0 THEN 1
             ELSE greatest(setting('trust_floor'), 1 - greatest(abs(log10(size / other_size)) - log10(near), 0) / (log10(far_off) - log10(near))
                  * (1 - setting('trust_floor'))) END AS gap,
        greatest(setting('trust_floor'), 1 - setting('disorder_weight') * disorder) AS order_,
        relation = 'magnitude_slip' AND weight >= 1 AND (apart OR length(digits(size)) >= setting('unusual_digits')) AS telling
    FROM asked
),
placed AS (
    SELECT flag, link, possible, gap, order_, telling, differs, certainty, tellings, link_mean, link_best, shared, one_kind, row_number() OVER (PARTITION BY matter ORDER BY round(raw, 1) DESC, seq, relation, claim_id) AS place FROM trusted
)
SELECT
    md5(relation || '|' || claim_id)[:20] AS drift_id, fact_id, relation,
    round(least(greatest(raw * CASE WHEN telling THEN greatest(link, setting('trust_of_digits')) ELSE link END * gap * order_
        * CASE WHEN place = 1 THEN 1 ELSE setting('severity_follower') END, 0), 1), 3) AS severity,
    claim_id, against_claim_id,
    CASE relation
        WHEN 'revised_up' THEN who || ' (' || told || ') has ' || words || ', up from ' || other_words || ' in ' || other || ' ('
            || other_told || ')' || CASE WHEN coalesce(mover, who) <> who THEN '; ' || mover || ' was the first to tell it' ELSE '' END
            || coalesce('; ' || detail, '')
        WHEN 'revised_down' THEN who || ' (' || told || ') has ' || words || ', down from ' || other_words || ' in ' || other || ' ('
            || other_told || '), ' || lag_text(hours) || ' earlier' || coalesce('; ' || detail, '')
        WHEN 'contradicts' THEN who || ' (' || told || ') says ' || words || ' while ' || other || ' (' || other_told || ') says '
            || other_words || '; both cannot be true' || coalesce(', and ' || detail, '')
        WHEN 'outdated_repeat' THEN who || ' (' || told || ') still says ' || words || '; ' || other || ' had ' || other_words || ' on '
            || other_told || coalesce(', and ' || mover || CASE WHEN mover_words = other_figure THEN ' had it ' || lag_text(since_moved) || ' before'
                ELSE ' had replaced it with ' || mover_words || ' ' || lag_text(since_moved) || ' before' END, '')
            || coalesce('; ' || detail, '')
        WHEN 'magnitude_slip' THEN who || ' (' || told || ') says ' || words || ' where ' || other || ' (' || other_told || ') says '
            || other_words || ': ' || detail
        WHEN 'hedge_lost' THEN
            CASE WHEN same_article AND field = 'title' THEN 'The headline of ' || who || ' (' || told || ') says ' || words || '; its own text says '
                     || other_words
                 ELSE who || ' (' || told || ') says ' || words || ' without the "' || detail || '" of ' || other || ' (' || other_told || '): '
                     || other_words END
        WHEN 'hedge_gained' THEN who || ' (' || told || ') says ' || words || ' where ' || other || ' (' || other_told || ') had the bare '
            || other_words
        WHEN 'agrees' THEN who || ' (' || told || ') says ' || words || ' as ' || other || ' (' || other_told || ') does; ' || detail
        WHEN 'unit_slip' THEN who || ' (' || told || ') says ' || words || ' where ' || other || ' (' || other_told || ') says ' || other_words
            || ': ' || detail
        ELSE who || ' (' || told || ') says ' || words || '; ' || other || ' (' || other_told || ') told the same number of another population: '
            || other_words || coalesce(' (' || detail || ')', '')
    END || '.' AS explanation,
    list_filter([
        CASE WHEN outlets >= setting('circular_outlets') AND witnesses = 1 THEN 'circular_sourcing' END,
        CASE WHEN copied_round THEN 'round_number_copying' END
    ], lambda tag: tag IS NOT NULL) AS tags,
    matter, place = 1 AS lead, witnesses, against_witnesses, CASE WHEN NOT orderless THEN round(coalesce(since_moved, hours), 2) END AS lag_hours, superseded_by,
    possible, differs, round(certainty, 3) AS certainty, tellings, round(link_mean, 3) AS link_mean, round(link_best, 3) AS link_best, shared, one_kind
FROM placed
JOIN weighed AS w ON w.rowid = placed.flag
