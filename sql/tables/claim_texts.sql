-- Reads:  nothing
-- Writes: claim_texts
-- Grain:  one row a claim
-- Why:    what stands for a claim when it is compared: its own words, the counted thing, its article, and the
--         names and word stems by which candidates are found
CREATE TABLE IF NOT EXISTS claim_texts (
    claim_id     VARCHAR PRIMARY KEY, -- the claim
    focus_hash   VARCHAR NOT NULL,   -- the number-masked claim
    context_hash VARCHAR NOT NULL,   -- title and lead of its article
    noun_hash    VARCHAR NOT NULL,   -- the counted thing with its attribute
    names        VARCHAR[] NOT NULL, -- names in its sentence
    near         VARCHAR[] NOT NULL, -- those of them in the clause around the number
    words        VARCHAR[] NOT NULL, -- stems of the clause around the number
    noun_words   VARCHAR[] NOT NULL, -- stems of the noun
    topics       VARCHAR[] NOT NULL, -- names of its article, most frequent first
    beside_left  VARCHAR[] NOT NULL, -- stems of the few words before the number
    beside_right VARCHAR[] NOT NULL, -- stems of the few words after it
    level        VARCHAR NOT NULL,   -- "from" or "to" where the sentence tells a change and this is its old or new level, else empty
    happening    VARCHAR NOT NULL,   -- kinds of event that its sentence names, in a row: "earthquake tsunami"
    article_happening VARCHAR NOT NULL, -- those that the headline of its article names, else the lead
    made_from    UBIGINT NOT NULL,   -- what the texts were made from: the claim's words as they were read, and the rules of the texts
    print        UBIGINT NOT NULL    -- of the columns above but made_from: whether the claim is compared by something new
)
