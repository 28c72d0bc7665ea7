-- Reads:  judging, drift, by_series, fact_timeline
-- Writes: verdicts
-- Grain:  one row a claim
-- Why:    each claim against what was known when it was published. An official series speaks first, then the flags, then
--         who else had said so by then. Later confirmation is hindsight: the first to tell a figure is a single source.
INSERT INTO verdicts BY NAME
WITH tellers AS ( -- the first two independent sources of each number, in the order of the fact
    SELECT fact_id, number, witness, min(seq) AS seq, arg_min(claim_id, seq) AS claim_id,
           row_number() OVER (PARTITION BY fact_id, number ORDER BY min(seq)) AS nth
    FROM judging
    WHERE role NOT IN ('shown', 'carried') AND number IS NOT NULL
    GROUP BY fact_id, number, witness
    QUALIFY nth <= 2
),
flags AS ( -- the flag that decides the verdict gives its reason too, however severe another one is; drift_id settles ties
    SELECT
        claim_id, list(relation) AS relations, max(against_witnesses) FILTER (WHERE relation = 'contradicts') AS against,
        max(witnesses) FILTER (WHERE relation = 'contradicts') AS own, list(against_claim_id ORDER BY deciding DESC)[1] AS against_claim_id,
        list(explanation ORDER BY deciding DESC)[1] AS explanation
    FROM (
        SELECT *, (coalesce(list_position(['contradicts', 'outdated_repeat', 'magnitude_slip'], relation), 0), severity, drift_id) AS deciding
        FROM drift
    )
    WHERE relation NOT IN ('agrees', 'revised_up', 'hedge_lost', 'hedge_gained') AND state NOT IN ('dismissed', 'closed', 'possible')
    GROUP BY claim_id
),
looked AS (
    SELECT
        j.claim_id, j.dateless, j.role, j.modality, j.witness, j.carried_from, f.*, s.verdict AS series_verdict, s.evidence AS series_evidence,
        s.reason AS series_reason, s.to_the_digit, h.witness AS holder_witness, j.holder_before, o.claim_id AS other_id
    FROM judging AS j
    LEFT JOIN (SELECT * RENAME (claim_id AS flagged_id) FROM flags) AS f ON f.flagged_id = j.claim_id
    LEFT JOIN by_series AS s ON s.claim_id = j.claim_id
    LEFT JOIN fact_timeline AS h ON h.claim_id = j.holder_before
    LEFT JOIN tellers AS o ON o.fact_id = j.fact_id AND o.number = j.number AND o.witness <> j.witness AND o.seq < j.seq
    QUALIFY row_number() OVER (PARTITION BY j.claim_id ORDER BY o.seq) = 1
),
said AS (
    SELECT
        *,
        CASE
            WHEN role = 'shown' THEN 'unsupported'
            WHEN list_contains(relations, 'magnitude_slip') AND NOT coalesce(to_the_digit, false) THEN 'contradicted'
            WHEN series_verdict IS NOT NULL THEN series_verdict
            WHEN list_contains(relations, 'outdated_repeat') THEN 'outdated'
            WHEN list_contains(relations, 'contradicts') AND against >= 2 AND own = 1 THEN 'contradicted'
            WHEN relations IS NOT NULL THEN 'disputed'
            WHEN other_id IS NOT NULL OR (role IN ('confirms', 'echoes') AND holder_witness <> witness) THEN 'supported'
            ELSE 'single_source'
        END AS verdict
    FROM looked
)
SELECT
    claim_id, verdict,
    CASE
        WHEN role = 'shown' THEN []::VARCHAR[]
        WHEN series_verdict = verdict THEN series_evidence
        WHEN relations IS NOT NULL THEN [against_claim_id]
        WHEN verdict = 'supported' THEN [coalesce(other_id, holder_before)]
        ELSE []::VARCHAR[]
    END AS evidence,
    CASE
        WHEN role = 'shown' AND modality <> 'asserted' THEN 'Not asserted: told as ' || replace(modality, '_', ' ') || '.'
        WHEN role = 'shown' THEN 'In another unit than the fact, or without a number to compare.'
        WHEN series_verdict = verdict THEN 'When it was published, ' || series_reason || '.'
        WHEN relations IS NOT NULL THEN explanation
        WHEN verdict = 'supported' AND dateless THEN 'Another independent source says so; the article has no date.'
        WHEN verdict = 'supported' THEN 'Another independent source had said so before.'
        WHEN dateless THEN 'No other independent source says so; the article has no date.'
        ELSE 'No other independent source had said so by then.'
    END AS reason
FROM said
WHERE role <> 'carried'
