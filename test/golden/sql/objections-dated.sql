SELECT hash('k''ey' || "c0") AS person, ("c0" = '')::INTEGER AS missing,
    (CASE WHEN TRY_CAST(epoch_us(TRY_CAST("c1" AS TIMESTAMPTZ)) // 1000000 AS INTEGER) BETWEEN 631152000 AND 2145916799 THEN TRY_CAST(epoch_us(TRY_CAST("c1" AS TIMESTAMPTZ)) // 1000000 AS INTEGER) ELSE -1 END)::INTEGER AS as_of FROM (SELECT coalesce(trim("c0"), '') AS "c0", coalesce(trim("c1"), '') AS "c1" FROM read_csv('chunk.csv', auto_detect = false, header = false,
    delim = ',', quote = '"', escape = '"', columns = {'c0': 'VARCHAR', 'c1': 'VARCHAR'},
    ignore_errors = true, store_rejects = true, rejects_limit = 200)) AS chunk
