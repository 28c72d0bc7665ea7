-- Reads:  embedding_models
-- Writes: nothing
-- Grain:  no row for a model never used here, else the width of its vectors
-- Why:    a run with nothing to embed need not load the model
SELECT dimension FROM embedding_models WHERE model = $model
