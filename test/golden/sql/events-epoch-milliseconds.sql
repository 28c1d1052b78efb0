SELECT * EXCLUDE (nobody, second),
    (CASE WHEN (CASE WHEN second BETWEEN 631152000 AND 2145916799 THEN second ELSE -1 END)::INTEGER = -1 THEN -1 WHEN nobody THEN -2 ELSE second END)::INTEGER AS second
    FROM (SELECT hash(hash("c0"), 'k''ey') AS person, ((hash("c0") >> 32)::BIGINT - 2147483648)::INTEGER AS tie, "c0" = '' AS nobody, TRY_CAST(TRY_CAST("c1" AS BIGINT) // 1000 AS INTEGER) AS second, coalesce(TRY_CAST("c2" AS DOUBLE), 999.0) AS latitude, coalesce(TRY_CAST("c3" AS DOUBLE), 999.0) AS longitude FROM (SELECT coalesce(trim("c0", ' "'), '') AS "c0", coalesce(trim("c1", ' "'), '') AS "c1", coalesce(trim("c2", ' "'), '') AS "c2", coalesce(trim("c3", ' "'), '') AS "c3" FROM read_csv('chunk.csv', auto_detect = false, header = false,
    delim = ',', quote = '', escape = '', columns = {'c0': 'VARCHAR', 'c1': 'VARCHAR', 'c2': 'VARCHAR', 'c3': 'VARCHAR'},
    ignore_errors = true, store_rejects = true, rejects_limit = 200)) AS chunk)
