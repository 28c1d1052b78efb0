SELECT hash('k''ey' || "c0") AS person, ("c0" = '')::INTEGER AS missing,
    CAST(-1 AS INTEGER) AS as_of FROM (SELECT coalesce(trim("c0"), '') AS "c0" FROM read_csv('chunk.csv', auto_detect = false, header = false,
    delim = ',', quote = '"', escape = '"', columns = {'c0': 'VARCHAR'},
    ignore_errors = true, store_rejects = true, rejects_limit = 200)) AS chunk
