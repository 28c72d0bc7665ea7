-- Reads:  nothing
-- Writes: the macro drift_text(relation)
-- Why:    the names in drift.relation as a person says them
CREATE OR REPLACE MACRO drift_text(relation) AS (
    CASE relation
        WHEN 'revised_up' THEN 'revised up'
        WHEN 'revised_down' THEN 'revised down'
        WHEN 'contradicts' THEN 'contradicts'
        WHEN 'outdated_repeat' THEN 'repeats an outdated figure'
        WHEN 'magnitude_slip' THEN 'digits or scale slipped'
        WHEN 'hedge_lost' THEN 'hedge lost'
        WHEN 'hedge_gained' THEN 'hedge gained'
        WHEN 'scope_shift' THEN 'another population'
        WHEN 'unit_slip' THEN 'another unit'
        WHEN 'agrees' THEN 'one source behind it'
        ELSE replace(relation, '_', ' ')
    END
)
