-- Reads:  nothing
-- Writes: the macro names_reading(sentence)
-- Why:    stock indices, exchange rates, turnover, shares that rose and fell, hotspots on a satellite's map, fine dust: a new
--         reading every hour or day, whatever is counted. Yesterday's reading is not what today's is checked against.
CREATE OR REPLACE MACRO names_reading(sentence) AS (
    regexp_matches(coalesce(sentence, ''), '(?i)(\bIHSG\b|indeks (harga )?saham|bursa (saham|efek)|saham [^.]{0,30}\b(menguat|melemah|stagnan|tergelincir|anjlok|naik|turun)\b|(frekuensi|volume|nilai|aktivitas) (perdagangan|transaksi)|\b(level )?(support|resistan(ce|si))\b|\bkurs\b|nilai tukar|rupiah [^.]{0,30}\b(bergerak|menguat|melemah|dibuka|ditutup|level)\b|exchange rates?\b|\b(terhadap|melawan|berhadapan dengan) (mata uang )?(dolar|yen|euro|yuan|rupiah|pound)|\bagainst the (dollar|greenback|yen|euro|pound|sterling|yuan|rupiah)\b|stock (market|index|exchange)s?\b|\b(nikkei|hang seng|dow jones|s&p 500|nasdaq|ftse|kospi|sensex|euro stoxx|cac 40)\b|b[öo]rsenindex|\bDAX\b|índice bursátil|фондов\w+ (индекс|рынок)|курс\w* (доллар|рубл|валют)|titik (panas|api)|\bhot ?spots?\b|focos? de (calor|queimadas?)|\b(PM ?10|PM ?2[.,]5|ISPU|AQI)\b|air quality index|indeks (standar pencemar|kualitas) udara)')
)
