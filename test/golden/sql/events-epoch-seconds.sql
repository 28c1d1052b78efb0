SELECT * EXCLUDE (nobody, second),
    (CASE WHEN (CASE WHEN second BETWEEN 631152000 AND 2145916799 THEN second ELSE -1 END)::INTEGER = -1 THEN -1 WHEN nobody THEN -2 ELSE second END)::INTEGER AS second
    FROM (SELECT hash(hash("c0"), 'k''ey') AS person, ((hash("c0") >> 32)::BIGINT - 2147483648)::INTEGER AS tie, "c0" = '' AS nobody, TRY_CAST(floor(TRY_CAST("c1" AS DOUBLE)) AS INTEGER) AS second, coalesce(TRY_CAST("c2" AS DOUBLE), 999.0) AS latitude, coalesce(TRY_CAST("c3" AS DOUBLE), 999.0) AS longitude FROM (SELECT coalesce(CASE WHEN starts_with("c0", ' ') OR ends_with("c0", ' ') OR strlen("c0") <> length("c0")
    THEN trim("c0") ELSE "c0" END, '') AS "c0", coalesce(CASE WHEN starts_with("c1", ' ') OR ends_with("c1", ' ') OR strlen("c1") <> length("c1")
    THEN trim("c1") ELSE "c1" END, '') AS "c1", coalesce(CASE WHEN starts_with("c2", ' ') OR ends_with("c2", ' ') OR strlen("c2") <> length("c2")
    THEN trim("c2") ELSE "c2" END, '') AS "c2", coalesce(CASE WHEN starts_with("c3", ' ') OR ends_with("c3", ' ') OR strlen("c3") <> length("c3")
    THEN trim("c3") ELSE "c3" END, '') AS "c3" FROM read_csv('chunk.csv', auto_detect = false, header = false,
    delim = '	', quote = '"', escape = '"', columns = {'c0': 'VARCHAR', 'c1': 'VARCHAR', 'c2': 'VARCHAR', 'c3': 'VARCHAR'},
    ignore_errors = true, store_rejects = true, rejects_limit = 200)) AS chunk)
