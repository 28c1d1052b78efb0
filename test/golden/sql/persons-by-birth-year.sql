SELECT xor(hash("c0"), CAST(81985529216486895 AS UBIGINT)) AS person,
    CAST(-1 AS INTEGER) AS age,
    (CASE WHEN TRY_CAST("c1" AS DOUBLE) BETWEEN 0 AND 2037 AND TRY_CAST("c1" AS DOUBLE) = floor(TRY_CAST("c1" AS DOUBLE))
    THEN TRY_CAST("c1" AS DOUBLE) ELSE -1 END)::INTEGER AS birth_year,
    CAST(3 AS INTEGER) AS gender,
    CAST(-1 AS INTEGER) AS consent,
    CAST(0 AS UBIGINT) AS same, CAST(1 AS INTEGER) AS same_missing,
    CAST(0 AS UBIGINT) AS holder, CAST(1 AS INTEGER) AS holder_missing
    FROM (SELECT CASE WHEN "c0" >= '#' AND strlen("c0") = length("c0") AND NOT ends_with("c0", ' ') AND NOT ends_with("c0", '	')
    AND NOT ends_with("c0", '"') THEN "c0" WHEN "c0" IS NULL OR "c0" = '' THEN '' ELSE trim("c0", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END AS "c0", CASE WHEN "c1" >= '#' AND strlen("c1") = length("c1") AND NOT ends_with("c1", ' ') AND NOT ends_with("c1", '	')
    AND NOT ends_with("c1", '"') THEN "c1" WHEN "c1" IS NULL OR "c1" = '' THEN '' ELSE trim("c1", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END AS "c1" FROM read_csv('chunk.csv', auto_detect = false, header = false,
    delim = ',', quote = '"', escape = '"', columns = {'c0': 'VARCHAR', 'c1': 'VARCHAR'},
    ignore_errors = true, store_rejects = true, rejects_limit = 20000)) AS chunk
