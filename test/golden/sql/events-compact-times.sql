SELECT * EXCLUDE (nobody, second),
    (CASE WHEN second BETWEEN 631152000 AND 2145916799
      THEN CASE WHEN nobody THEN -2 ELSE second END ELSE -1 END)::INTEGER AS second
    FROM (SELECT hash(hash("c0"), 'k''ey') AS person, ((hash("c0") >> 32)::BIGINT - 2147483648)::INTEGER AS tie, "c0" = '' AS nobody, CASE WHEN regexp_full_match("c1", '[0-9]{4}[._/-]?[0-9]{2}[._/-]?[0-9]{2}([ _T-]?[0-9]{2}[:.-]?[0-9]{2}([:.-]?[0-9]{2}([.,][0-9]+)?)?)?') THEN TRY_CAST(epoch_us(try_strptime(left(translate("c1", '._/-: T,', ''), 14), ['%Y%m%d%H%M%S', '%Y%m%d%H%M', '%Y%m%d'])) // 1000000 AS INTEGER) END AS second, coalesce(TRY_CAST("c2" AS DOUBLE), 999.0) AS latitude, coalesce(TRY_CAST("c3" AS DOUBLE), 999.0) AS longitude FROM (SELECT coalesce(CASE WHEN "c0" >= '#' AND right("c0", 1) >= '#' AND strlen("c0") = length("c0")
    THEN "c0" ELSE trim("c0", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END, '') AS "c0", coalesce(CASE WHEN "c1" >= '#' AND right("c1", 1) >= '#' AND strlen("c1") = length("c1")
    THEN "c1" ELSE trim("c1", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END, '') AS "c1", coalesce(CASE WHEN "c2" >= '#' AND right("c2", 1) >= '#' AND strlen("c2") = length("c2")
    THEN "c2" ELSE trim("c2", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END, '') AS "c2", coalesce(CASE WHEN "c3" >= '#' AND right("c3", 1) >= '#' AND strlen("c3") = length("c3")
    THEN "c3" ELSE trim("c3", ' 	                 　​‎‏‪‫‬‭‮⁠⁦⁧⁨⁩﻿') END, '') AS "c3" FROM read_csv('chunk.csv', auto_detect = false, header = false,
    delim = ',', quote = '"', escape = '"', columns = {'c0': 'VARCHAR', 'c1': 'VARCHAR', 'c2': 'VARCHAR', 'c3': 'VARCHAR'},
    ignore_errors = true, store_rejects = true, rejects_limit = 20000)) AS chunk)
