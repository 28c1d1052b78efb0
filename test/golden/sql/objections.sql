SELECT hash(hash("c0"), 'k''ey') AS person, ("c0" = '')::INTEGER AS missing,
    CAST(-1 AS INTEGER) AS as_of FROM (SELECT coalesce(CASE WHEN "c0" >= '#' AND right("c0", 1) >= '#' AND strlen("c0") = length("c0")
    THEN "c0" ELSE trim("c0", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END, '') AS "c0" FROM read_csv('chunk.csv', auto_detect = false, header = false,
    delim = ',', quote = '"', escape = '"', columns = {'c0': 'VARCHAR'},
    ignore_errors = true, store_rejects = true, rejects_limit = 20000)) AS chunk
