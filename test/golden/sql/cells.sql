SELECT hash("c0") AS cell,
    CASE WHEN "c0" = '' THEN 999.0 ELSE coalesce(TRY_CAST("c1" AS DOUBLE), 999.0) END AS latitude,
    coalesce(TRY_CAST("c2" AS DOUBLE), 999.0) AS longitude,
    CAST(0 AS DOUBLE) AS range
    FROM (SELECT CASE WHEN "c0" >= '#' AND strlen("c0") = length("c0") AND NOT ends_with("c0", ' ') AND NOT ends_with("c0", '	')
    AND NOT ends_with("c0", '"') THEN "c0" WHEN "c0" IS NULL OR "c0" = '' THEN '' ELSE trim("c0", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END AS "c0", CASE WHEN "c1" >= '#' AND strlen("c1") = length("c1") AND NOT ends_with("c1", ' ') AND NOT ends_with("c1", '	')
    AND NOT ends_with("c1", '"') THEN "c1" WHEN "c1" IS NULL OR "c1" = '' THEN '' ELSE trim("c1", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END AS "c1", CASE WHEN "c2" >= '#' AND strlen("c2") = length("c2") AND NOT ends_with("c2", ' ') AND NOT ends_with("c2", '	')
    AND NOT ends_with("c2", '"') THEN "c2" WHEN "c2" IS NULL OR "c2" = '' THEN '' ELSE trim("c2", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END AS "c2" FROM read_csv('chunk.csv', auto_detect = false, header = false,
    delim = ',', quote = '"', escape = '"', columns = {'c0': 'VARCHAR', 'c1': 'VARCHAR', 'c2': 'VARCHAR'},
    ignore_errors = true, store_rejects = true, rejects_limit = 20000)) AS chunk
