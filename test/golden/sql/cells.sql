SELECT hash(coalesce(trim("c0", ' "'), '')) AS cell,
    CASE WHEN coalesce(trim("c0", ' "'), '') = '' THEN 999.0 ELSE coalesce(TRY_CAST(coalesce(trim("c1", ' "'), '') AS DOUBLE), 999.0) END AS latitude,
    coalesce(TRY_CAST(coalesce(trim("c2", ' "'), '') AS DOUBLE), 999.0) AS longitude FROM read_csv('chunk.csv', auto_detect = false, header = false, delim = ',',
    quote = '"', escape = '"', columns = {'c0': 'VARCHAR', 'c1': 'VARCHAR', 'c2': 'VARCHAR'},
    ignore_errors = true, store_rejects = true, rejects_limit = 200)
