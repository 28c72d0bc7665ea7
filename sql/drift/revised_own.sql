-- Reads:  told
-- Writes: found
-- Grain:  one row a claim that leaves its own source's last figure
-- Why:    an official count of 64 becomes 2,975 while a study's 4,645 is the state of the ledger: against the state it
--         is lower, against what the same source told before it is a revision upwards, and that is the news. An outlet
--         that corrects its article from 9 to 8 revised it, also when everybody else had 8 all along, and also when it takes
--         the 8 from an agency: what its readers were told is what it leaves.
INSERT INTO found BY NAME
WITH sources AS (
    SELECT *, 'source ' || witness AS teller FROM told
    UNION ALL
    SELECT *, 'outlet ' || outlet FROM told WHERE outlet IS NOT NULL
),
own AS (
    SELECT
        *,
        lag(claim_id) OVER w AS last_id, lag(article_id || content_hash) OVER w AS last_version, lag(known_at) OVER w AS last_at,
        lag(number) OVER w AS last_number, lag(bound) OVER w AS last_bound, lag(dateless) OVER w AS last_dateless, lag(article_id) OVER w AS last_article,
        lag(wide_low) OVER w AS last_low, lag(wide_high) OVER w AS last_high
    FROM sources
    WHERE counted AND bound <> 'vague' AND NOT swings(kind, unit, measure, attribute, noun, level)
    WINDOW w AS (PARTITION BY fact_id, teller ORDER BY seq)
)
SELECT o.fact_id, CASE WHEN o.wide_low > o.last_high THEN 'revised_up' ELSE 'revised_down' END AS relation, o.claim_id,
       o.last_id AS against_claim_id, 0.9 AS weight, 'its own earlier figure' AS detail
FROM own AS o
WHERE o.last_version <> o.article_id || o.content_hash AND NOT (o.clockless AND o.last_at = o.known_at)
  AND (o.wide_low > o.last_high OR o.wide_high < o.last_low)
  AND NOT coalesce(o.number = o.last_number AND (o.bound = 'exact' OR o.last_bound = 'exact'), false)
  AND CASE WHEN o.dateless OR o.last_dateless THEN o.last_article = o.article_id ELSE o.role <> 'background' END
  AND NOT EXISTS (
      FROM found AS f
      WHERE f.claim_id = o.claim_id
        AND f.relation IN ('magnitude_slip', 'outdated_repeat', 'contradicts',
                           CASE WHEN o.wide_low > o.last_high THEN 'revised_up' ELSE 'revised_down' END))
  AND NOT EXISTS (FROM found AS f WHERE f.claim_id = o.last_id AND f.relation = 'magnitude_slip')
QUALIFY row_number() OVER (PARTITION BY o.claim_id, relation ORDER BY o.teller DESC) = 1
