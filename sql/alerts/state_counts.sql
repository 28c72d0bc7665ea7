-- Reads:  alert_outbox
-- Writes: nothing
-- Grain:  one row a state of alerts
-- Why:    how many were sent, how many wait
SELECT state, count(*) AS alerts FROM alert_outbox GROUP BY state ORDER BY state
