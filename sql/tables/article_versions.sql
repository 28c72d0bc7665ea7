-- Reads:  nothing
-- Writes: article_versions
-- Grain:  one row a version of an article (article_id, content_hash)
-- Why:    an outlet that corrects its text must not erase what it said before
CREATE TABLE IF NOT EXISTS article_versions (
    article_id     VARCHAR NOT NULL,
    content_hash   VARCHAR NOT NULL,
    url            VARCHAR,
    outlet         VARCHAR,
    title          VARCHAR NOT NULL,
    text           VARCHAR NOT NULL,
    lang           VARCHAR NOT NULL,
    published_at   TIMESTAMP,          -- UTC
    published_from VARCHAR,            -- given, dateline, weekday, url
    known_at       TIMESTAMP NOT NULL, -- UTC: updated_at, else published_at, else first_seen_at
    first_seen_at  TIMESTAMP NOT NULL,
    day            DATE NOT NULL,      -- the partition
    source         VARCHAR NOT NULL,
    position       VARCHAR NOT NULL,
    author         VARCHAR,
    dateline_place VARCHAR,
    credits        VARCHAR[] NOT NULL, -- sources that the article credits, canonical names
    cleaner        VARCHAR NOT NULL,   -- version of the cleaning rules that wrote the row
    PRIMARY KEY (article_id, content_hash)
)
