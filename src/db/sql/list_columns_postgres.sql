SELECT attname, upper(format_type(atttypid, atttypmod)), NOT attnotnull
FROM pg_attribute
WHERE attrelid = (quote_ident(current_schema()) || '.' || quote_ident($1))::regclass AND attnum > 0 AND NOT attisdropped
ORDER BY attnum
