SELECT index_name.relname,
       CASE WHEN EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = i.indexrelid AND contype IN ('p', 'u', 'x')) THEN '' ELSE index_name.relname END,
       i.indisunique, i.indisprimary, i.indpred IS NOT NULL, a.attname
FROM pg_index AS i
JOIN pg_class AS index_name ON index_name.oid = i.indexrelid
CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS part (attnum, place)
LEFT JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = part.attnum AND part.attnum > 0
WHERE i.indrelid = (quote_ident(current_schema()) || '.' || quote_ident($1))::regclass
ORDER BY index_name.relname, part.place
