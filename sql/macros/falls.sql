-- Reads:  nothing
-- Writes: the macro falls(attribute, masked)
-- Why:    who is in hospital, missing or held, who "remains" somewhere or is "still" there: such a count goes down by itself as
--         patients go home and the missing are found, so a lower figure corrects nothing. masked is the sentence with this number as ##.
CREATE OR REPLACE MACRO falls(attribute, masked) AS (
    coalesce(attribute, 'other') IN ('hospitalised', 'missing')
    OR regexp_matches(coalesce(masked, ''), '(?i)(\b(remain(s|ed|ing)?|still)\b.{0,40}##|##.{0,40}\b(remain(s|ed|ing)?|still)\b|##.{0,30}\b(critical|serious|kritis)\b|\b(masih|tersisa|tinggal)\b.{0,30}##|##.{0,30}\b(masih|tersisa)\b|##.{0,40}(siguen|permanecen|todavía|restent|toujours|noch immer|restano|ancora|continuam|ainda)\b)')
)
