-- Reads:  nothing
-- Writes: embedding_models
-- Grain:  one row a model that embedded texts here
-- Why:    the linking step uses the vectors of the model used last
CREATE TABLE IF NOT EXISTS embedding_models (
    model     VARCHAR PRIMARY KEY,
    dimension INTEGER NOT NULL,
    used_at   TIMESTAMP NOT NULL
)
