/**
 * What is known of people beyond a referral's form; who else is in a case; which records were taken to be of one person, and which are not.
 * A child is a person like any other: `children` is now what it was as a view of those tied to a case as one. Their search keys are made anew
 * whenever they are saved; the lower-case name serves until then.
 */
export const peopleAndTies = {
  name: '0006-people-and-ties',
  sql: `
ALTER TABLE people ADD COLUMN details TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details));
ALTER TABLE people ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
CREATE TRIGGER people_changed AFTER UPDATE OF name, date_of_birth, address, phone, details ON people
WHEN (new.name, new.date_of_birth, new.address, new.phone, new.details) IS NOT (old.name, old.date_of_birth, old.address, old.phone, old.details)
BEGIN
  UPDATE people SET version = old.version + 1 WHERE id = new.id;
END;

CREATE TABLE case_ties (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES people (id),
  role TEXT NOT NULL,
  side TEXT NOT NULL DEFAULT 'unknown',
  is_safe_to_talk_to TEXT NOT NULL DEFAULT 'unknown' CHECK (is_safe_to_talk_to IN ('yes', 'no', 'unknown')),
  lives_with TEXT NOT NULL DEFAULT 'unknown',
  note TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX case_ties_by_case ON case_ties (case_id, id);
CREATE INDEX case_ties_by_person ON case_ties (person_id);

CREATE TABLE person_merges (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  kept_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  gone_id INTEGER NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
CREATE INDEX person_merges_by_kept ON person_merges (kept_id);

CREATE TABLE distinct_people (
  first_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  second_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  PRIMARY KEY (first_id, second_id),
  CHECK (first_id < second_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX distinct_people_by_second ON distinct_people (second_id);

CREATE TEMP TABLE numbered_children AS
  SELECT *, (SELECT coalesce(max(id), 0) FROM people) + row_number() OVER (ORDER BY id) AS person_id FROM children;
INSERT INTO people (id, name, name_key, date_of_birth, details)
  SELECT person_id, name, lower(name), date_of_birth, json_object('school', school) FROM temp.numbered_children;
INSERT INTO case_ties (case_id, person_id, role) SELECT case_id, person_id, 'child' FROM temp.numbered_children ORDER BY id;
DROP TABLE temp.numbered_children;
DROP TABLE children;
CREATE VIEW children AS
  SELECT t.id, t.case_id, t.person_id, p.name, p.date_of_birth, coalesce(p.details ->> '$.school', '') AS school
  FROM case_ties t JOIN people p ON p.id = t.person_id WHERE t.role = 'child';
`,
} as const
