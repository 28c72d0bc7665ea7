-- Reads:  nothing
-- Writes: the macro counted_as(noun, unit)
-- Why:    the unit of a figure; for counts without one, whether people or households are counted, in the languages that
--         the extractor reads. 1,200 families are not 1,200 people, and a family is four of them or six.
CREATE OR REPLACE MACRO counted_as(noun, unit) AS (
    CASE
        WHEN unit IS NOT NULL THEN unit
        WHEN regexp_matches(lower(noun), '\b(famil(y|ies)|households?|kepala keluarga|keluarga|kk|rumah tangga|familias?|hogares|hogar|familles?|foyers?|ménages?|famili[ae]n?|haushalte?|famiglie|famiglia|nuclei familiari|gezinnen|huishoudens|aile|hane|rodzin\w*|gia đình|hộ dân|familia)\b|^kaya\b')
            OR regexp_matches(noun, '(семе?[йь]\w*|родин\w*|أسر|عائل|خانوار|משפח|परिवार|ครัวเรือน|ครอบครัว|家庭|住户|世帯|가구|가정)') THEN 'household'
        WHEN regexp_matches(lower(noun), '\b(people|ppl|persons?|orang|jiwa|warga|penduduk|personas?|habitantes|personnes?|habitants|menschen|personen|einwohner|pessoas|persone|mensen|kişi|insan|os[oó]b\w*|ludzi|người|watu|residents|inhabitants|individuals|lives|victims|vidas|víctimas|nyawa|korban)\b')
            OR regexp_matches(noun, '(человек|люд[ие]\w*|жител\w*|осіб|شخص|أشخاص|نفر|אנשים|लोग|คน|人|名|명|사람)') THEN 'person'
    END
)
