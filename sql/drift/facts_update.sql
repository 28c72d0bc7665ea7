-- Reads:  changed_facts, fact_timeline, fact_states, claims
-- Writes: facts.current_low, current_high, status, recommended, recommended_rule
-- Grain:  one row a changed fact
-- Why:    what stands now, and the one figure to print. Which rule chooses it is a setting (recommended), and the fact says
--         which it was: most_sources (a precise figure before a round one, then the most independent sources), latest,
--         latest_attributed (the newest whose text names who says so), lowest, middle. The first, fourth and fifth stay
--         inside the current state; the others also take a figure that differs, unless it repeats an outdated one. Where
--         no figure fits, the known end of the state is given and the rule says so.
UPDATE facts
SET current_low = now_is.low, current_high = now_is.high, status = now_is.status, recommended = now_is.recommended,
    recommended_rule = now_is.rule
FROM (
    WITH last_state AS (
        SELECT s.fact_id, max_by(s.low, s.seq) AS low, max_by(s.high, s.seq) AS high, max(s.seq) AS seq,
               count(*) FILTER (s.how IN ('up', 'down')) AS moves
        FROM fact_states AS s
        JOIN changed_facts USING (fact_id)
        GROUP BY s.fact_id
    ),
    latest AS (SELECT t.fact_id, max(t.known_at) AS known_at FROM fact_timeline AS t JOIN changed_facts USING (fact_id) GROUP BY ALL),
    figures AS (
        SELECT
            t.fact_id, t.number, count(DISTINCT t.witness) AS witnesses, max(t.seq) AS seq,
            bool_or(t.bound = 'exact' AND t.wide_low = t.tight_low) AS precise, bool_or(t.bound = 'exact') AS bare,
            bool_or(c.attributed_to IS NOT NULL) AS attributed, max(t.seq) FILTER (c.attributed_to IS NOT NULL) AS attributed_seq,
            bool_or(t.role IN ('opens', 'moves', 'confirms') AND t.number BETWEEN l.low AND l.high) AS stands
        FROM fact_timeline AS t
        JOIN last_state AS l USING (fact_id)
        JOIN claims AS c ON c.claim_id = t.claim_id
        WHERE t.role IN ('opens', 'moves', 'confirms', 'echoes') OR (t.role = 'differs' AND t.left_at IS NULL)
        GROUP BY t.fact_id, t.number
        HAVING t.number IS NOT NULL
    ),
    best AS (
        SELECT
            fact_id, max_by(number, (precise, bare, witnesses, seq)) FILTER (stands) AS number,
            max_by(witnesses, (precise, bare, witnesses, seq)) FILTER (stands) AS witnesses, max(precise::INT) FILTER (stands) AS precise,
            max_by(number, seq) AS latest, max_by(number, attributed_seq) FILTER (attributed) AS attributed,
            min(number) FILTER (stands) AS lowest
        FROM figures GROUP BY fact_id
    ),
    behind AS (
        SELECT t.fact_id, count(DISTINCT t.witness) AS witnesses
        FROM fact_timeline AS t JOIN changed_facts USING (fact_id)
        WHERE t.role NOT IN ('shown', 'carried') GROUP BY t.fact_id
    ),
    odd AS (
        SELECT t.fact_id, max(t.known_at) AS differed_at
        FROM fact_timeline AS t JOIN changed_facts USING (fact_id)
        WHERE t.role = 'differs' GROUP BY t.fact_id
    ),
    moved AS (
        SELECT t.fact_id, max(t.known_at) AS moved_at
        FROM fact_timeline AS t JOIN changed_facts USING (fact_id)
        WHERE t.role = 'moves' GROUP BY t.fact_id
    )
    SELECT
        c.fact_id,
        nullif(l.low, '-infinity'::DOUBLE) AS low, nullif(l.high, 'infinity'::DOUBLE) AS high,
        CASE
            WHEN coalesce(w.witnesses, 0) <= 1 THEN 'single_source'
            WHEN o.differed_at >= n.known_at - to_days(setting('disputed_days')::INTEGER) THEN 'disputed'
            WHEN m.moved_at >= n.known_at - to_days(setting('moving_days')::INTEGER) THEN 'moving'
            ELSE 'steady'
        END AS status,
        coalesce(
            CASE r.rule WHEN 'latest' THEN b.latest WHEN 'latest_attributed' THEN coalesce(b.attributed, b.latest) WHEN 'lowest' THEN b.lowest
                        WHEN 'middle' THEN CASE WHEN isfinite(l.low) AND isfinite(l.high) THEN (l.low + l.high) / 2 END ELSE b.number END,
            nullif(l.low, '-infinity'::DOUBLE), nullif(l.high, 'infinity'::DOUBLE)) AS recommended,
        CASE
            WHEN r.rule = 'latest' AND b.latest IS NOT NULL THEN 'latest figure'
            WHEN r.rule = 'latest_attributed' AND b.attributed IS NOT NULL THEN 'latest figure whose source is named'
            WHEN r.rule = 'latest_attributed' AND b.latest IS NOT NULL THEN 'latest figure; none names its source'
            WHEN r.rule = 'lowest' AND b.lowest IS NOT NULL THEN 'lowest figure inside the current state'
            WHEN r.rule = 'middle' AND isfinite(l.low) AND isfinite(l.high) THEN 'middle of the current state'
            WHEN r.rule = 'most_sources' AND b.number IS NOT NULL AND b.precise = 1
            THEN 'precise figure inside the current state with most independent sources (' || b.witnesses || ')'
            WHEN r.rule = 'most_sources' AND b.number IS NOT NULL
            THEN 'figure inside the current state with most independent sources (' || b.witnesses || ')'
            WHEN l.seq IS NULL THEN NULL
            WHEN isfinite(l.low) THEN 'lower end of the current state'
            ELSE 'upper end of the current state'
        END AS rule
    FROM changed_facts AS c
    CROSS JOIN (SELECT ['most_sources', 'latest', 'latest_attributed', 'lowest', 'middle'][setting('recommended')::INTEGER] AS rule) AS r
    LEFT JOIN last_state AS l USING (fact_id)
    LEFT JOIN latest AS n USING (fact_id)
    LEFT JOIN best AS b USING (fact_id)
    LEFT JOIN behind AS w USING (fact_id)
    LEFT JOIN odd AS o USING (fact_id)
    LEFT JOIN moved AS m USING (fact_id)
) AS now_is
WHERE facts.fact_id = now_is.fact_id
