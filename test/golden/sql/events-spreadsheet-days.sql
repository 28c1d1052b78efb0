SELECT * EXCLUDE (nobody, second),
    (CASE WHEN second BETWEEN 631152000 AND 2145916799
      THEN CASE WHEN nobody THEN -2 ELSE second END ELSE -1 END)::INTEGER AS second
    FROM (SELECT xor(hash("c0"), CAST(81985529216486895 AS UBIGINT)) AS person, "c0" = '' AS nobody, TRY_CAST(round((TRY_CAST(replace("c1", ',', '.') AS DOUBLE) - 25569) * 86400) AS INTEGER) AS second, coalesce(TRY_CAST("c2" AS DOUBLE), 999.0) AS latitude, coalesce(TRY_CAST("c3" AS DOUBLE), 999.0) AS longitude FROM (SELECT CASE WHEN "c0" >= '#' AND strlen("c0") = length("c0") AND NOT ends_with("c0", ' ') AND NOT ends_with("c0", '	')
    AND NOT ends_with("c0", '"') THEN "c0" WHEN "c0" IS NULL OR "c0" = '' THEN '' ELSE trim("c0", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END AS "c0", CASE WHEN "c1" >= '#' AND strlen("c1") = length("c1") AND NOT ends_with("c1", ' ') AND NOT ends_with("c1", '	')
    AND NOT ends_with("c1", '"') THEN "c1" WHEN "c1" IS NULL OR "c1" = '' THEN '' ELSE trim("c1", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END AS "c1", CASE WHEN "c2" >= '#' AND strlen("c2") = length("c2") AND NOT ends_with("c2", ' ') AND NOT ends_with("c2", '	')
    AND NOT ends_with("c2", '"') THEN "c2" WHEN "c2" IS NULL OR "c2" = '' THEN '' ELSE trim("c2", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END AS "c2", CASE WHEN "c3" >= '#' AND strlen("c3") = length("c3") AND NOT ends_with("c3", ' ') AND NOT ends_with("c3", '	')
    AND NOT ends_with("c3", '"') THEN "c3" WHEN "c3" IS NULL OR "c3" = '' THEN '' ELSE trim("c3", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END AS "c3" FROM read_csv('chunk.csv', auto_detect = false, header = false,
    delim = ',', quote = '"', escape = '"', columns = {'c0': 'VARCHAR', 'c1': 'VARCHAR', 'c2': 'VARCHAR', 'c3': 'VARCHAR'},
    ignore_errors = true, store_rejects = true, rejects_limit = 20000)) AS chunk)
