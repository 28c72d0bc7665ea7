-- Reads:  nothing
-- Writes: the macro tells_rest(masked)
-- Why:    "the ambassador and three other Americans", "11 orang lainnya", "otros 11": the number leaves out somebody who was
--         just named. masked is the sentence with this number as ##.
CREATE OR REPLACE MACRO tells_rest(masked) AS (
    regexp_matches(masked, '(?i)(##(\s+\p{L}+){0,2}\s+(others?|lainnya|lain|lagi|otr[oa]s|autres|ander[en]n?|weiteren?|outr[oa]s|altr[ie]|anderen?|других|інших|innych|osób więcej|khác|wengine|diğer)\b|##\s+(\p{L}+\s+)?(آخرين|آخرون|אחרים)|\b(others?|otr[oa]s|autres|weitere|outr[oa]s|altr[ie]|diğer|wengine)\s+##)')
)
