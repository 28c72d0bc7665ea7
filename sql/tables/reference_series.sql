-- Reads:  nothing
-- Writes: reference_series
-- Grain:  one row a series, day and version
-- Why:    official counts to hold claims against, with every revision kept
CREATE TABLE IF NOT EXISTS reference_series (
    series    VARCHAR NOT NULL,  -- name of the series
    as_of     DATE NOT NULL,  -- day that the count speaks of
    known_at  TIMESTAMP NOT NULL,  -- UTC: when this version was published
    value     DOUBLE NOT NULL,  -- the count
    attribute VARCHAR NOT NULL,  -- killed, injured ...
    noun      VARCHAR NOT NULL,  -- what is counted
    scope     VARCHAR,  -- of whom
    place     VARCHAR,  -- where
    unit      VARCHAR,  -- normalised unit
    measure   VARCHAR NOT NULL,  -- total, increment
    source    VARCHAR NOT NULL,  -- file it was loaded from
    PRIMARY KEY (series, as_of, known_at)
)
