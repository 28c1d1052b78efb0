SELECT xor(hash("c0"), CAST(81985529216486895 AS UBIGINT)) AS person, ("c0" = '')::INTEGER AS missing,
    CAST(-1 AS INTEGER) AS as_of FROM (SELECT CASE WHEN "c0" >= '#' AND strlen("c0") = length("c0") AND NOT ends_with("c0", ' ') AND NOT ends_with("c0", '	')
    AND NOT ends_with("c0", '"') THEN "c0" WHEN "c0" IS NULL OR "c0" = '' THEN '' ELSE trim("c0", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END AS "c0" FROM read_csv('chunk.csv', auto_detect = false, header = false,
    delim = ',', quote = '"', escape = '"', columns = {'c0': 'VARCHAR'},
    ignore_errors = true, store_rejects = true, rejects_limit = 20000)) AS chunk
