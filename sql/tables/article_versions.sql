-- Reads:  nothing
-- Writes: article_versions
-- Grain:  one row a version of an article (article_id, content_hash)
-- Why:    an outlet that corrects its text must not erase what it said before
CREATE TABLE IF NOT EXISTS article_versions (
    article_id     VARCHAR NOT NULL,  -- same for all versions of an article
    content_hash   VARCHAR NOT NULL,  -- names the version
    url            VARCHAR,  -- as given
    outlet         VARCHAR,  -- canonical name
    title          VARCHAR NOT NULL,  -- as stored; offsets count its characters
    text           VARCHAR NOT NULL,  -- as stored; offsets count its characters
    lang           VARCHAR NOT NULL,  -- ISO 639-1, or und
    published_at   TIMESTAMP,          -- UTC
    published_from VARCHAR,            -- given, dateline, weekday, url
    known_at       TIMESTAMP NOT NULL, -- UTC: updated_at, else published_at, else first_seen_at
    first_seen_at  TIMESTAMP NOT NULL,  -- UTC
    day            DATE NOT NULL,      -- the partition
    source         VARCHAR NOT NULL,  -- path or URL
    position       VARCHAR NOT NULL,  -- line, row or item in the source
    author         VARCHAR,  -- as given
    dateline_place VARCHAR,  -- place that the dateline names
    credits        VARCHAR[] NOT NULL, -- sources that the article credits, canonical names
    cleaner        VARCHAR NOT NULL,   -- version of the cleaning rules that wrote the row
    PRIMARY KEY (article_id, content_hash)
)
