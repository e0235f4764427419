-- Of every document, for the calendars of the tenant: not what one person may see.
SELECT s.document_id, s.content
FROM documents d
JOIN plans s ON s.tenant_id = d.tenant_id AND s.document_id = d.document_id AND s.version = d.plan_version
WHERE d.tenant_id = $1 AND d.withdrawn = 0
ORDER BY s.document_id
