-- What each account holds: one role at one organisation over a period, its own or delegated to it. A delegation ends with
-- the role behind it, and stops while its giver is locked.
CREATE VIEW role_holdings AS
SELECT a.tenant_id, a.account_id, a.assignment_id, a.role, a.organisation_id, a.valid_from, a.valid_to
FROM role_assignments a
WHERE a.ended_at IS NULL
UNION ALL
SELECT d.tenant_id, d.receiver_id, a.assignment_id, a.role, a.organisation_id,
       CASE WHEN a.valid_from > d.valid_from THEN a.valid_from ELSE d.valid_from END,
       CASE WHEN a.valid_to < d.valid_to THEN a.valid_to ELSE d.valid_to END
FROM delegations d
JOIN delegated_assignments g ON g.tenant_id = d.tenant_id AND g.delegation_id = d.delegation_id
JOIN role_assignments a ON a.tenant_id = g.tenant_id AND a.assignment_id = g.assignment_id
JOIN accounts giver ON giver.tenant_id = d.tenant_id AND giver.account_id = d.giver_id
WHERE d.ended_at IS NULL AND a.ended_at IS NULL AND giver.state = 'active';

-- Published: what an account may do at which organisation, subtrees expanded, first and last day included. A pair may stand
-- here more than once: ask with EXISTS or IN.
CREATE VIEW permitted_v1 AS
SELECT h.tenant_id, h.account_id, p.permission, o.organisation_id, h.valid_from, h.valid_to
FROM role_holdings h
JOIN role_permissions p ON p.tenant_id = h.tenant_id AND p.role = h.role
JOIN organisation_ancestors_v1 o ON o.tenant_id = h.tenant_id AND o.ancestor_id = h.organisation_id;
