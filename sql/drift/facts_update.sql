-- Reads:  changed_facts, fact_timeline, fact_states
-- Writes: facts.current_low, current_high, status, recommended, recommended_rule
-- Grain:  one row a changed fact
-- Why:    what stands now. The recommended figure is the newest asserted number inside the current state, a precise one
--         before a round one; where the state has no closed number its known end is given and the rule says so.
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
            bool_or(t.bound = 'exact' AND t.wide_low = t.tight_low) AS precise, bool_or(t.bound = 'exact') AS bare
        FROM fact_timeline AS t
        JOIN last_state AS l USING (fact_id)
        WHERE t.role IN ('opens', 'moves', 'confirms') AND t.number BETWEEN l.low AND l.high
        GROUP BY t.fact_id, t.number
    ),
    best AS (
        SELECT fact_id, max_by(number, (precise, bare, witnesses, seq)) AS number,
               max_by(witnesses, (precise, bare, witnesses, seq)) AS witnesses,
               max(precise::INT) AS precise
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
        coalesce(b.number, nullif(l.low, '-infinity'::DOUBLE), nullif(l.high, 'infinity'::DOUBLE)) AS recommended,
        CASE
            WHEN b.number IS NOT NULL AND b.precise = 1
            THEN 'precise figure inside the current state with most independent sources (' || b.witnesses || ')'
            WHEN b.number IS NOT NULL THEN 'figure inside the current state with most independent sources (' || b.witnesses || ')'
            WHEN l.seq IS NULL THEN NULL
            WHEN isfinite(l.low) THEN 'lower end of the current state'
            ELSE 'upper end of the current state'
        END AS rule
    FROM changed_facts AS c
    LEFT JOIN last_state AS l USING (fact_id)
    LEFT JOIN latest AS n USING (fact_id)
    LEFT JOIN best AS b USING (fact_id)
    LEFT JOIN behind AS w USING (fact_id)
    LEFT JOIN odd AS o USING (fact_id)
    LEFT JOIN moved AS m USING (fact_id)
) AS now_is
WHERE facts.fact_id = now_is.fact_id
