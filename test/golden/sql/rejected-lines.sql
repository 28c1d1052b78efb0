SELECT CAST(line AS INTEGER) AS line, CAST(count(*) AS INTEGER) AS faults,
    CAST(max(error_type = 'UNQUOTED VALUE') AS INTEGER) AS open_quote
    FROM "reject_errors" WHERE scan_id = (SELECT max(scan_id) FROM "reject_errors")
    GROUP BY line ORDER BY line
