-- Reads:  stretches, standing, ledger_case, ledger_after
-- Writes: folded (temporary)
-- Grain:  one row a fact that has claims in stretch $stretch: its state after them, with their lines in its log
-- Why:    the ledger is kept claim by claim, each held against what was believed before it:
--           meets the state      confirms it, and narrows it when it says more ("at least 8", then 12)
--           above the state      moves it, when the thing grows; one outlet is enough for news
--           below, or settled    moves it only when a second independent source says so too, when the source that set
--                                the state corrects itself, or when nobody has confirmed the state for long
--           a slipped figure     (a power of ten away) is treated like a lower one
--           an outdated figure   (meets a superseded state that two sources had left) never moves it
--           an older as_of       is background and never moves it
--         s is the state so far, x the next claim.
CREATE OR REPLACE TEMP TABLE folded AS
SELECT
    t.fact_id,
    list_reduce(
        list_prepend(s.state, CASE WHEN t.stretch = 0 THEN t.told[2:] ELSE t.told END),
        lambda s, x: list_transform([ledger_case(s, x)], lambda what: ledger_after(s, x, what))[1]
    ) AS state
FROM stretches AS t
JOIN standing AS s USING (fact_id)
WHERE t.stretch = $stretch
