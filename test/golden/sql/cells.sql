SELECT hash("c0") AS cell,
    CASE WHEN "c0" = '' THEN 999.0 ELSE coalesce(TRY_CAST("c1" AS DOUBLE), 999.0) END AS latitude,
    coalesce(TRY_CAST("c2" AS DOUBLE), 999.0) AS longitude,
    CAST(0 AS DOUBLE) AS range
    FROM (SELECT coalesce(CASE WHEN starts_with("c0", ' ') OR ends_with("c0", ' ') OR strlen("c0") <> length("c0")
    THEN trim("c0") ELSE "c0" END, '') AS "c0", coalesce(CASE WHEN starts_with("c1", ' ') OR ends_with("c1", ' ') OR strlen("c1") <> length("c1")
    THEN trim("c1") ELSE "c1" END, '') AS "c1", coalesce(CASE WHEN starts_with("c2", ' ') OR ends_with("c2", ' ') OR strlen("c2") <> length("c2")
    THEN trim("c2") ELSE "c2" END, '') AS "c2" FROM read_csv('chunk.csv', auto_detect = false, header = false,
    delim = ',', quote = '"', escape = '"', columns = {'c0': 'VARCHAR', 'c1': 'VARCHAR', 'c2': 'VARCHAR'},
    ignore_errors = true, store_rejects = true, rejects_limit = 200)) AS chunk
