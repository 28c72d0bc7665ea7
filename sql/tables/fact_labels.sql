-- Reads:  nothing
-- Writes: fact_labels
-- Grain:  one row a pair of claims that a person judged on a review sheet
-- Why:    the linking model is fitted on these and measured against them; unlike a decision, a label changes no fact by itself
CREATE TABLE IF NOT EXISTS fact_labels (
    claim_a   VARCHAR NOT NULL,   -- the smaller id
    claim_b   VARCHAR NOT NULL,
    same      BOOLEAN NOT NULL,   -- the two answer one question
    weight    DOUBLE NOT NULL,    -- so that a fact of fifty claims does not outweigh fifty facts
    judged_by VARCHAR,
    judged_at TIMESTAMP NOT NULL, -- UTC: when the sheet was exported
    PRIMARY KEY (claim_a, claim_b)
)
