-- Reads:  nothing
-- Writes: claims
-- Grain:  one row a numeric claim in one version of an article
-- Why:    every later step stands on it; text[start_char:end_char] is the number as written
CREATE TABLE IF NOT EXISTS claims (
    claim_id       VARCHAR PRIMARY KEY,
    article_id     VARCHAR NOT NULL,
    content_hash   VARCHAR NOT NULL, -- the article version
    field          VARCHAR NOT NULL, -- title, text
    start_char     INTEGER NOT NULL,
    end_char       INTEGER NOT NULL,
    quote          VARCHAR NOT NULL,
    sentence       VARCHAR NOT NULL,
    sentence_start INTEGER NOT NULL,
    masked         VARCHAR NOT NULL, -- sentence with numbers as #, this one as ##
    value          DOUBLE,
    low            DOUBLE,
    high           DOUBLE,
    bound          VARCHAR NOT NULL,
    noun           VARCHAR NOT NULL,
    unit           VARCHAR,
    kind           VARCHAR NOT NULL,
    attribute      VARCHAR,
    measure        VARCHAR NOT NULL,
    modality       VARCHAR NOT NULL,
    attributed_to  VARCHAR,
    scope          VARCHAR,
    place          VARCHAR,
    as_of          DATE,
    lang           VARCHAR NOT NULL,
    outlet         VARCHAR,
    published_at   TIMESTAMP,
    known_at       TIMESTAMP NOT NULL,
    day            DATE NOT NULL,
    carried_from   VARCHAR           -- claim_id in an earlier version of the same article that says the same
)
