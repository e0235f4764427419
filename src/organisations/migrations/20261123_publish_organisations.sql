-- For other modules. The structure is that of the present day; an organisation that has ended stands below the one that answers for
-- it, so that what it left stays in that one's subtree.
CREATE VIEW organisation_ancestors_v1 AS
SELECT tenant_id, organisation_id, ancestor_id FROM organisation_ancestors;
CREATE VIEW organisations_v1 AS
SELECT tenant_id, organisation_id, name, short_name, kind, code, parent_id, begins_on, ends_on, answerer_id, verified
FROM organisations;
