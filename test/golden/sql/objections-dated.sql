SELECT hash(hash("c0"), 'k''ey') AS person, ("c0" = '')::INTEGER AS missing,
    (CASE WHEN TRY_CAST(CASE WHEN ends_with("c1", 'Z') THEN epoch_us(TRY_CAST("c1" AS TIMESTAMP)) ELSE epoch_us(CASE WHEN TRY_CAST("c1" AS TIMESTAMP) IS NOT NULL THEN TRY_CAST("c1" AS TIMESTAMPTZ) END) END // 1000000 AS INTEGER) BETWEEN 631152000 AND 2145916799 THEN TRY_CAST(CASE WHEN ends_with("c1", 'Z') THEN epoch_us(TRY_CAST("c1" AS TIMESTAMP)) ELSE epoch_us(CASE WHEN TRY_CAST("c1" AS TIMESTAMP) IS NOT NULL THEN TRY_CAST("c1" AS TIMESTAMPTZ) END) END // 1000000 AS INTEGER) ELSE -1 END)::INTEGER AS as_of FROM (SELECT coalesce(CASE WHEN "c0" >= '#' AND right("c0", 1) >= '#' AND strlen("c0") = length("c0")
    THEN "c0" ELSE trim("c0", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END, '') AS "c0", coalesce(CASE WHEN "c1" >= '#' AND right("c1", 1) >= '#' AND strlen("c1") = length("c1")
    THEN "c1" ELSE trim("c1", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END, '') AS "c1" FROM read_csv('chunk.csv', auto_detect = false, header = false,
    delim = ',', quote = '"', escape = '"', columns = {'c0': 'VARCHAR', 'c1': 'VARCHAR'},
    ignore_errors = true, store_rejects = true, rejects_limit = 20000)) AS chunk
