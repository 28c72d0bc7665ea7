-- Reads:  nothing
-- Writes: claims
-- Grain:  one row a numeric claim in one version of an article
-- Why:    every later step stands on it; text[start_char:end_char] is the number as written
CREATE TABLE IF NOT EXISTS claims (
    claim_id       VARCHAR PRIMARY KEY,  -- hash of where it stands
    article_id     VARCHAR NOT NULL,  -- the article
    content_hash   VARCHAR NOT NULL, -- the article version
    field          VARCHAR NOT NULL, -- title, text
    start_char     INTEGER NOT NULL,  -- offset in the field
    end_char       INTEGER NOT NULL,  -- offset in the field
    quote          VARCHAR NOT NULL,  -- the number as written
    sentence       VARCHAR NOT NULL,  -- around the number
    sentence_start INTEGER NOT NULL,  -- offset in the field
    masked         VARCHAR NOT NULL, -- sentence with numbers as #, this one as ##
    value          DOUBLE,  -- the number written; null for ranges and vague words
    low            DOUBLE,  -- lowest true value that the words allow; null: open
    high           DOUBLE,  -- highest true value that the words allow; null: open
    bound          VARCHAR NOT NULL,  -- exact, at_least, more_than, at_most, less_than, nearly, about, range, vague
    noun           VARCHAR NOT NULL,  -- what is counted, as written
    unit           VARCHAR,  -- normalised unit
    kind           VARCHAR NOT NULL,  -- count, money, percent, fraction, measure, rate
    attribute      VARCHAR,  -- killed, injured, held ...
    measure        VARCHAR NOT NULL,  -- total, increment, change, rate
    modality       VARCHAR NOT NULL,  -- asserted, negated, hypothetical, planned, past_event_comparison
    attributed_to  VARCHAR,  -- who says so, as written
    scope          VARCHAR,  -- the sub-population counted, as written
    place          VARCHAR,  -- where
    as_of          DATE,  -- day that the figure speaks of, when the text says
    lang           VARCHAR NOT NULL,  -- language of the article
    outlet         VARCHAR,  -- canonical name
    published_at   TIMESTAMP,  -- UTC
    known_at       TIMESTAMP NOT NULL,  -- UTC: when this version became known
    day            DATE NOT NULL,  -- the partition
    carried_from   VARCHAR           -- claim_id in an earlier version of the same article that says the same
)
