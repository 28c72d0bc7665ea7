-- Reads:  root_carriers
-- Writes: wire_credits
-- Grain:  one row an article whose only source is one news agency
-- Why:    one agency's story that three outlets translate shares no words and often no unusual figure; the credit says it.
--         Two agencies, or an agency and a paper: nobody knows whose the figure is
INSERT INTO wire_credits BY NAME
SELECT article_id, credits[1] AS wire FROM root_carriers WHERE len(credits) = 1 AND list_contains($wires, credits[1])
