SELECT list.name, CASE WHEN list.origin = 'c' THEN list.name ELSE '' END, list."unique", list.origin = 'pk', list.partial, part.name
FROM pragma_index_list($1) AS list, pragma_index_xinfo(list.name) AS part
WHERE part.key = 1
ORDER BY list.name, part.seqno
