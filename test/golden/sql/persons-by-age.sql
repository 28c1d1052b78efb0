SELECT hash('k''ey' || coalesce(trim("c0", ' "'), '')) AS person,
    (CASE WHEN TRY_CAST(coalesce(trim("c1", ' "'), '') AS DOUBLE) BETWEEN 0 AND 120 AND TRY_CAST(coalesce(trim("c1", ' "'), '') AS DOUBLE) = floor(TRY_CAST(coalesce(trim("c1", ' "'), '') AS DOUBLE))
    THEN TRY_CAST(coalesce(trim("c1", ' "'), '') AS DOUBLE) ELSE -1 END)::INTEGER AS age,
    CAST(-1 AS INTEGER) AS birth_year,
    (CASE WHEN lower(coalesce(trim("c2", ' "'), '')) IN ('f', 'female', 'w', 'woman', 'weiblich', 'frau') THEN 0
    WHEN lower(coalesce(trim("c2", ' "'), '')) IN ('m', 'male', 'man', 'männlich', 'maennlich', 'mann') THEN 1
    WHEN lower(coalesce(trim("c2", ' "'), '')) IN ('d', 'x', 'diverse', 'divers') THEN 2 ELSE 3 END)::INTEGER AS gender FROM read_csv('chunk.csv', auto_detect = false, header = false, delim = ',',
    quote = '"', escape = '"', columns = {'c0': 'VARCHAR', 'c1': 'VARCHAR', 'c2': 'VARCHAR'},
    ignore_errors = true, store_rejects = true, rejects_limit = 200)
