-- Reads:  incoming_articles (registered by the step)
-- Writes: article_versions
-- Grain:  one row a version of an article
-- Why:    a version that stood under another day is replaced, not doubled
INSERT OR REPLACE INTO article_versions BY NAME SELECT * FROM incoming_articles
