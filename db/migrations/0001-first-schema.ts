export const firstSchema = {
  name: '0001-first-schema',
  sql: `
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
  key TEXT PRIMARY KEY,
  content TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('referrals', 'agencies')),
  at TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  undone_at TEXT
) STRICT;

CREATE TABLE import_reviews (
  kind TEXT PRIMARY KEY CHECK (kind IN ('referrals', 'agencies')),
  token TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sheet TEXT NOT NULL,
  choices TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE agencies (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  sector TEXT NOT NULL,
  is_core INTEGER NOT NULL CHECK (is_core IN (0, 1)),
  email TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  is_archived INTEGER NOT NULL DEFAULT 0 CHECK (is_archived IN (0, 1)),
  export_password TEXT NOT NULL DEFAULT '',
  import_id INTEGER REFERENCES imports (id)
) STRICT;
CREATE INDEX agencies_by_name ON agencies (name, id);

CREATE TABLE team_people (
  id INTEGER PRIMARY KEY,
  agency_id INTEGER NOT NULL REFERENCES agencies (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('representative', 'deputy', 'contact')),
  email TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX team_people_by_agency ON team_people (agency_id);

CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  date_of_birth TEXT,
  address TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX people_by_name_key ON people (name_key);

CREATE TABLE cases (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  victim_id INTEGER NOT NULL REFERENCES people (id),
  perpetrator_id INTEGER NOT NULL REFERENCES people (id),
  relationship TEXT NOT NULL DEFAULT '',
  children_count INTEGER,
  safe_contact TEXT NOT NULL,
  last_referral_on TEXT,
  last_risk_tool TEXT,
  last_risk_score INTEGER,
  is_repeat INTEGER NOT NULL DEFAULT 0 CHECK (is_repeat IN (0, 1)),
  names_key TEXT NOT NULL,
  closed_on TEXT,
  closed_reason TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  import_id INTEGER REFERENCES imports (id)
) STRICT;
CREATE INDEX cases_by_victim ON cases (victim_id);
CREATE INDEX cases_by_perpetrator ON cases (perpetrator_id);
CREATE INDEX cases_by_referral ON cases (last_referral_on, id);
CREATE INDEX cases_by_risk ON cases (last_risk_score, id);
CREATE INDEX cases_closed ON cases (closed_on) WHERE closed_on IS NOT NULL;
CREATE INDEX cases_open ON cases (id) WHERE closed_on IS NULL;
CREATE TRIGGER people_renamed AFTER UPDATE OF name_key ON people WHEN new.name_key <> old.name_key BEGIN
  UPDATE cases SET names_key = (
    SELECT v.name_key || '|' || p.name_key FROM people v, people p WHERE v.id = cases.victim_id AND p.id = cases.perpetrator_id)
  WHERE victim_id = new.id OR perpetrator_id = new.id;
END;

CREATE VIRTUAL TABLE cases_names USING fts5 (names_key, content = 'cases', content_rowid = 'id', tokenize = 'trigram');
INSERT INTO cases_names (cases_names, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER cases_names_insert AFTER INSERT ON cases BEGIN
  INSERT INTO cases_names (rowid, names_key) VALUES (new.id, new.names_key);
END;
CREATE TRIGGER cases_names_delete AFTER DELETE ON cases BEGIN
  INSERT INTO cases_names (cases_names, rowid, names_key) VALUES ('delete', old.id, old.names_key);
END;
CREATE TRIGGER cases_names_update AFTER UPDATE OF names_key ON cases BEGIN
  INSERT INTO cases_names (cases_names, rowid, names_key) VALUES ('delete', old.id, old.names_key);
  INSERT INTO cases_names (rowid, names_key) VALUES (new.id, new.names_key);
END;

CREATE TABLE children (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  name TEXT NOT NULL DEFAULT '',
  date_of_birth TEXT,
  school TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX children_by_case ON children (case_id);

CREATE TABLE referrals (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  source_agency_id INTEGER NOT NULL REFERENCES agencies (id),
  source_contact TEXT NOT NULL DEFAULT '',
  received_on TEXT NOT NULL,
  incident_on TEXT,
  visible_high_risk INTEGER NOT NULL CHECK (visible_high_risk IN (0, 1)),
  professional_judgement INTEGER NOT NULL CHECK (professional_judgement IN (0, 1)),
  judgement_reason TEXT NOT NULL DEFAULT '',
  escalation INTEGER NOT NULL CHECK (escalation IN (0, 1)),
  repeat INTEGER NOT NULL CHECK (repeat IN (0, 1)),
  risk_tool TEXT,
  risk_score INTEGER,
  risk_assessed_on TEXT,
  summary TEXT NOT NULL DEFAULT '',
  team_reference TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('open', 'listed', 'discussed', 'deferred', 'returned', 'screenedOut')),
  state_reason TEXT NOT NULL DEFAULT '',
  listing_id INTEGER REFERENCES listings (id),
  import_id INTEGER REFERENCES imports (id)
) STRICT;
CREATE INDEX referrals_by_listing ON referrals (listing_id) WHERE listing_id IS NOT NULL;
CREATE INDEX referrals_by_case ON referrals (case_id, received_on);
CREATE INDEX referrals_by_agency ON referrals (source_agency_id);
CREATE INDEX referrals_waiting ON referrals (received_on, id) WHERE state IN ('open', 'deferred');
CREATE INDEX referrals_waiting_by_case ON referrals (case_id) WHERE state IN ('open', 'deferred');
CREATE INDEX referrals_by_import ON referrals (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE import_gaps (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  before TEXT NOT NULL,
  PRIMARY KEY (import_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE meetings (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('regular', 'emergency')),
  held_on TEXT NOT NULL,
  starts_at TEXT NOT NULL,
  place TEXT NOT NULL DEFAULT '',
  chair TEXT NOT NULL DEFAULT '',
  minutes_per_case INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('scheduled', 'open', 'closed')),
  opened_at TEXT,
  closed_at TEXT,
  current_listing_id INTEGER
) STRICT;
CREATE INDEX meetings_by_date ON meetings (held_on, id);

CREATE TABLE listings (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meetings (id),
  case_id INTEGER NOT NULL REFERENCES cases (id),
  referral_id INTEGER REFERENCES referrals (id),
  type TEXT NOT NULL CHECK (type IN ('new', 'repeat', 'deferredBefore', 'carriedOver')),
  position INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('waiting', 'discussed', 'deferred')),
  defer_reason TEXT NOT NULL DEFAULT '',
  seconds_spent INTEGER NOT NULL DEFAULT 0,
  UNIQUE (meeting_id, case_id)
) STRICT;
CREATE INDEX listings_by_case ON listings (case_id, meeting_id);
CREATE INDEX listings_waiting ON listings (case_id, meeting_id) WHERE outcome = 'waiting';

CREATE TABLE attendance (
  meeting_id INTEGER NOT NULL REFERENCES meetings (id),
  agency_id INTEGER NOT NULL REFERENCES agencies (id),
  person_id INTEGER REFERENCES team_people (id) ON DELETE SET NULL,
  person_name TEXT NOT NULL DEFAULT '',
  presence TEXT NOT NULL CHECK (presence IN ('expected', 'present', 'apologies', 'absent')),
  declared_at TEXT,
  PRIMARY KEY (meeting_id, agency_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE shared_facts (
  id INTEGER PRIMARY KEY,
  listing_id INTEGER NOT NULL REFERENCES listings (id),
  agency_id INTEGER NOT NULL REFERENCES agencies (id),
  basis TEXT NOT NULL CHECK (basis IN ('fact', 'opinion')),
  text TEXT NOT NULL
) STRICT;
CREATE INDEX shared_facts_by_listing ON shared_facts (listing_id);

CREATE TABLE stated_risks (
  id INTEGER PRIMARY KEY,
  listing_id INTEGER NOT NULL REFERENCES listings (id),
  text TEXT NOT NULL
) STRICT;
CREATE INDEX stated_risks_by_listing ON stated_risks (listing_id);

CREATE TABLE actions (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  listing_id INTEGER NOT NULL REFERENCES listings (id),
  meeting_id INTEGER NOT NULL REFERENCES meetings (id),
  agency_id INTEGER NOT NULL REFERENCES agencies (id),
  description TEXT NOT NULL,
  due_on TEXT NOT NULL,
  status TEXT NOT NULL
    CHECK (status IN ('proposed', 'agreed', 'inProgress', 'complete', 'notPossible', 'notUndertaken', 'superseded', 'withdrawn')),
  is_safety_action INTEGER NOT NULL CHECK (is_safety_action IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX actions_by_due ON actions (due_on, id);
CREATE INDEX actions_open_by_due ON actions (due_on, id) WHERE status IN ('proposed', 'agreed', 'inProgress');
CREATE INDEX actions_by_agency ON actions (agency_id, due_on, id);
CREATE INDEX actions_open_by_agency ON actions (agency_id, due_on, id) WHERE status IN ('proposed', 'agreed', 'inProgress');
CREATE INDEX actions_by_status ON actions (status, due_on, id);
CREATE INDEX actions_by_case ON actions (case_id, due_on, id);
CREATE INDEX actions_by_meeting ON actions (meeting_id, due_on, id);
CREATE INDEX actions_by_listing ON actions (listing_id);

CREATE VIRTUAL TABLE actions_text USING fts5 (description, content = 'actions', content_rowid = 'id', tokenize = 'trigram');
INSERT INTO actions_text (actions_text, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER actions_text_insert AFTER INSERT ON actions BEGIN
  INSERT INTO actions_text (rowid, description) VALUES (new.id, new.description);
END;
CREATE TRIGGER actions_text_delete AFTER DELETE ON actions BEGIN
  INSERT INTO actions_text (actions_text, rowid, description) VALUES ('delete', old.id, old.description);
END;
CREATE TRIGGER actions_text_update AFTER UPDATE OF description ON actions BEGIN
  INSERT INTO actions_text (actions_text, rowid, description) VALUES ('delete', old.id, old.description);
  INSERT INTO actions_text (rowid, description) VALUES (new.id, new.description);
END;

CREATE TABLE action_events (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('meeting', 'coordinator', 'agencyReturn')),
  change TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (action_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_filters (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  filter TEXT NOT NULL
) STRICT;

CREATE TABLE action_lists (
  id INTEGER PRIMARY KEY,
  token TEXT NOT NULL UNIQUE,
  meeting_id INTEGER NOT NULL REFERENCES meetings (id),
  agency_id INTEGER NOT NULL REFERENCES agencies (id),
  version INTEGER NOT NULL,
  made_at TEXT NOT NULL,
  returned_at TEXT,
  UNIQUE (meeting_id, agency_id, version)
) STRICT;

CREATE TABLE action_list_rows (
  list_id INTEGER NOT NULL REFERENCES action_lists (id),
  action_id INTEGER NOT NULL REFERENCES actions (id),
  action_version INTEGER NOT NULL,
  outgoing TEXT NOT NULL,
  PRIMARY KEY (list_id, action_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_entries (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  operation TEXT NOT NULL,
  subject TEXT NOT NULL,
  outcome TEXT NOT NULL,
  mac BLOB NOT NULL
) STRICT;
CREATE TRIGGER audit_entries_keep BEFORE UPDATE ON audit_entries BEGIN
  SELECT RAISE(ABORT, 'the log is append-only');
END;
CREATE TRIGGER audit_entries_stay BEFORE DELETE ON audit_entries BEGIN
  SELECT RAISE(ABORT, 'the log is append-only');
END;
`,
} as const
