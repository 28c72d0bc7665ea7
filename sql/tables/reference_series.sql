-- Reads:  nothing
-- Writes: reference_series
-- Grain:  one row a series, day and version
-- Why:    official counts to hold claims against, with every revision kept
CREATE TABLE IF NOT EXISTS reference_series (
    series    VARCHAR NOT NULL,
    as_of     DATE NOT NULL,
    known_at  TIMESTAMP NOT NULL,
    value     DOUBLE NOT NULL,
    attribute VARCHAR NOT NULL,
    noun      VARCHAR NOT NULL,
    scope     VARCHAR,
    place     VARCHAR,
    unit      VARCHAR,
    measure   VARCHAR NOT NULL,
    source    VARCHAR NOT NULL,
    PRIMARY KEY (series, as_of, known_at)
)
