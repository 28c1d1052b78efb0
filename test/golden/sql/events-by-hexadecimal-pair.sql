SELECT * EXCLUDE (nobody, second),
    (CASE WHEN second BETWEEN 631152000 AND 2145916799
      THEN CASE WHEN nobody THEN -2 ELSE second END ELSE -1 END)::INTEGER AS second
    FROM (SELECT hash(hash(regexp_replace("c1", '[.]0+$', '')), 'k''ey') AS person, ((hash(regexp_replace("c1", '[.]0+$', '')) >> 32)::BIGINT - 2147483648)::INTEGER AS tie, "c1" = '' AS nobody, TRY_CAST(CASE WHEN ends_with("c0", 'Z') THEN epoch_us(TRY_CAST("c0" AS TIMESTAMP)) ELSE epoch_us(CASE WHEN TRY_CAST("c0" AS TIMESTAMP) IS NOT NULL THEN TRY_CAST("c0" AS TIMESTAMPTZ) END) END // 1000000 AS INTEGER) AS second, hash(CASE WHEN "c3" = '' THEN '' ELSE CASE WHEN regexp_full_match("c2", '(0[xX])?[0-9a-fA-F]{1,15}') THEN CAST(TRY_CAST('0x' || regexp_replace("c2", '^0[xX]', '') AS UBIGINT) AS VARCHAR) ELSE "c2" END || '-' || CASE WHEN regexp_full_match("c3", '(0[xX])?[0-9a-fA-F]{1,15}') THEN CAST(TRY_CAST('0x' || regexp_replace("c3", '^0[xX]', '') AS UBIGINT) AS VARCHAR) ELSE "c3" END END) AS cell FROM (SELECT coalesce(CASE WHEN CASE WHEN "c0" >= '#' AND right("c0", 1) >= '#' AND strlen("c0") = length("c0")
    THEN "c0" ELSE trim("c0", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END IN ('-') THEN '' ELSE CASE WHEN "c0" >= '#' AND right("c0", 1) >= '#' AND strlen("c0") = length("c0")
    THEN "c0" ELSE trim("c0", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END END, '') AS "c0", coalesce(CASE WHEN CASE WHEN "c1" >= '#' AND right("c1", 1) >= '#' AND strlen("c1") = length("c1")
    THEN "c1" ELSE trim("c1", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END IN ('-') THEN '' ELSE CASE WHEN "c1" >= '#' AND right("c1", 1) >= '#' AND strlen("c1") = length("c1")
    THEN "c1" ELSE trim("c1", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END END, '') AS "c1", coalesce(CASE WHEN CASE WHEN "c2" >= '#' AND right("c2", 1) >= '#' AND strlen("c2") = length("c2")
    THEN "c2" ELSE trim("c2", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END IN ('-') THEN '' ELSE CASE WHEN "c2" >= '#' AND right("c2", 1) >= '#' AND strlen("c2") = length("c2")
    THEN "c2" ELSE trim("c2", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END END, '') AS "c2", coalesce(CASE WHEN CASE WHEN "c3" >= '#' AND right("c3", 1) >= '#' AND strlen("c3") = length("c3")
    THEN "c3" ELSE trim("c3", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END IN ('-') THEN '' ELSE CASE WHEN "c3" >= '#' AND right("c3", 1) >= '#' AND strlen("c3") = length("c3")
    THEN "c3" ELSE trim("c3", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END END, '') AS "c3" FROM read_csv('chunk.csv', auto_detect = false, header = false,
    delim = ',', quote = '"', escape = '"', columns = {'c0': 'VARCHAR', 'c1': 'VARCHAR', 'c2': 'VARCHAR', 'c3': 'VARCHAR'},
    ignore_errors = true, store_rejects = true, rejects_limit = 20000)) AS chunk)
