-- Reads:  nothing
-- Writes: flag_certainty
-- Grain:  one row a flag that says that two figures differ
-- Why:    how sure it is that the two figures answer one question, and what that stands on. Links between claims are never
--         certain, so a flag says how certain its own is
CREATE TABLE IF NOT EXISTS flag_certainty (
    drift_id   VARCHAR PRIMARY KEY, -- the flag
    certainty  DOUBLE NOT NULL,     -- 0..1: below a setting the flag is not opened but kept as possible
    tellings   INTEGER NOT NULL,    -- so many pairs of claims that tell the two figures were put to the linking model
    link_mean  DOUBLE NOT NULL,     -- how likely they are one question, on average
    link_best  DOUBLE NOT NULL,     -- and at best
    shared     INTEGER NOT NULL,    -- other facts of which an article with the one figure and one with the other tell the same number
    one_kind   BOOLEAN              -- most of their articles tell of one kind of event (fires), or of two (a fire, a crash); null: neither is known
)
