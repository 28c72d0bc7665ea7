-- Reads:  incoming_sources (registered by the step)
-- Writes: rejected
-- Grain:  deletes the rows of every source that is being read again
-- Why:    a mended file must not keep the complaints about its old state
DELETE FROM rejected WHERE source IN (SELECT source FROM incoming_sources)
