SELECT xor(hash("c0"), CAST(81985529216486895 AS UBIGINT)) AS person,
    (CASE WHEN TRY_CAST("c1" AS DOUBLE) BETWEEN 0 AND 120 AND TRY_CAST("c1" AS DOUBLE) = floor(TRY_CAST("c1" AS DOUBLE))
    THEN TRY_CAST("c1" AS DOUBLE) ELSE -1 END)::INTEGER AS age,
    CAST(-1 AS INTEGER) AS birth_year,
    (CASE WHEN lower("c2") IN ('f', 'female', 'w', 'woman', 'weiblich', 'frau') THEN 0
    WHEN lower("c2") IN ('m', 'male', 'man', 'männlich', 'maennlich', 'mann') THEN 1
    WHEN lower("c2") IN ('d', 'x', 'diverse', 'divers') THEN 2 ELSE 3 END)::INTEGER AS gender,
    CAST(-1 AS INTEGER) AS consent,
    CAST(0 AS UBIGINT) AS same, CAST(1 AS INTEGER) AS same_missing,
    CAST(0 AS UBIGINT) AS holder, CAST(1 AS INTEGER) AS holder_missing
    FROM (SELECT CASE WHEN "c0" >= '#' AND strlen("c0") = length("c0") AND NOT ends_with("c0", ' ') AND NOT ends_with("c0", '	')
    AND NOT ends_with("c0", '"') THEN "c0" WHEN "c0" IS NULL OR "c0" = '' THEN '' ELSE trim("c0", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END AS "c0", CASE WHEN "c1" >= '#' AND strlen("c1") = length("c1") AND NOT ends_with("c1", ' ') AND NOT ends_with("c1", '	')
    AND NOT ends_with("c1", '"') THEN "c1" WHEN "c1" IS NULL OR "c1" = '' THEN '' ELSE trim("c1", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END AS "c1", CASE WHEN "c2" >= '#' AND strlen("c2") = length("c2") AND NOT ends_with("c2", ' ') AND NOT ends_with("c2", '	')
    AND NOT ends_with("c2", '"') THEN "c2" WHEN "c2" IS NULL OR "c2" = '' THEN '' ELSE trim("c2", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END AS "c2" FROM read_csv('chunk.csv', auto_detect = false, header = false,
    delim = ',', quote = '"', escape = '"', columns = {'c0': 'VARCHAR', 'c1': 'VARCHAR', 'c2': 'VARCHAR'},
    ignore_errors = true, store_rejects = true, rejects_limit = 20000)) AS chunk
