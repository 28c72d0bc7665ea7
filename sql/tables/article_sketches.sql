-- Reads:  nothing
-- Writes: article_sketches
-- Grain:  one row an article, of its latest version
-- Why:    what is needed to see who copied whom, taken from the text once
CREATE TABLE IF NOT EXISTS article_sketches (
    article_id   VARCHAR PRIMARY KEY,
    content_hash VARCHAR NOT NULL,
    sketcher     VARCHAR NOT NULL,   -- version of the rules that made the row
    words        INTEGER NOT NULL,
    sampled      BOOLEAN NOT NULL,   -- shingles holds the quarter with hash % 4 = 0 (long texts), else all
    shingles     UBIGINT[] NOT NULL, -- hashes of the text's distinct word triples
    numbers      VARCHAR[] NOT NULL, -- its unusual figures: three or more significant digits, no years
    title_words  VARCHAR[] NOT NULL
)
