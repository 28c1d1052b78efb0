SELECT hash("c0") AS cell,
    CASE WHEN "c0" = '' THEN 999.0 ELSE coalesce(TRY_CAST("c1" AS DOUBLE), 999.0) END AS latitude,
    coalesce(TRY_CAST("c2" AS DOUBLE), 999.0) AS longitude,
    CAST(0 AS DOUBLE) AS range
    FROM (SELECT coalesce(trim("c0"), '') AS "c0", coalesce(trim("c1"), '') AS "c1", coalesce(trim("c2"), '') AS "c2" FROM read_csv('chunk.csv', auto_detect = false, header = false,
    delim = ',', quote = '"', escape = '"', columns = {'c0': 'VARCHAR', 'c1': 'VARCHAR', 'c2': 'VARCHAR'},
    ignore_errors = true, store_rejects = true, rejects_limit = 200)) AS chunk
