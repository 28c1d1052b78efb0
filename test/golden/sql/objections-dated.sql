SELECT hash('k''ey' || coalesce(trim("c0", ' "'), '')) AS person, (coalesce(trim("c0", ' "'), '') = '')::INTEGER AS missing,
    (CASE WHEN epoch_us(TRY_CAST(coalesce(trim("c1", ' "'), '') AS TIMESTAMPTZ)) BETWEEN 631152000000000 AND 2145916799999999 THEN epoch_us(TRY_CAST(coalesce(trim("c1", ' "'), '') AS TIMESTAMPTZ)) // 1000000 ELSE -1 END)::INTEGER AS as_of FROM read_csv('chunk.csv', auto_detect = false, header = false, delim = ',',
    quote = '"', escape = '"', columns = {'c0': 'VARCHAR', 'c1': 'VARCHAR'},
    ignore_errors = true, store_rejects = true, rejects_limit = 200)
