-- Reads:  root_carriers
-- Writes: nothing
-- Grain:  one row an article in the order of publication
-- Why:    what is needed to name a root and give the reason
SELECT doc, article_id, outlet, credits FROM root_carriers ORDER BY doc
