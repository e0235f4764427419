-- What people enter upon the calendars of the packs, only ever added. `edit` is the JSON of a CalendarEdit.
CREATE TABLE calendar_edits (
  tenant_id BIGINT NOT NULL,
  calendar TEXT NOT NULL,
  number BIGINT NOT NULL,
  edit TEXT NOT NULL,
  recorded_at BIGINT NOT NULL,
  account_id BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, calendar, number)
);
