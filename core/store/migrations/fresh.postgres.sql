CREATE TABLE IF NOT EXISTS "tortoise_migrations" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
CREATE TABLE "account" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "handle" VARCHAR(64) NOT NULL UNIQUE,
    "name" BYTEA NOT NULL,
    "phone" BYTEA,
    "lang" VARCHAR(8) NOT NULL,
    "active" BOOL NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE "account" IS 'A person we talk with. The handle is a short name for operators, never a real one.';
CREATE TABLE "audit" (
    "seq" SERIAL NOT NULL PRIMARY KEY,
    "at" TIMESTAMPTZ NOT NULL,
    "who" VARCHAR(64) NOT NULL,
    "what" VARCHAR(32) NOT NULL,
    "about" VARCHAR(64) NOT NULL,
    "why" VARCHAR(120) NOT NULL,
    "hash" VARCHAR(64) NOT NULL
);
COMMENT ON TABLE "audit" IS 'One entry of the trail. The hash covers the entry and the hash before it.';
CREATE TABLE "binding" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "channel" VARCHAR(16) NOT NULL,
    "chat" VARCHAR(64) NOT NULL,
    "active" BOOL NOT NULL,
    "unreachable_since" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL,
    "account_id" INT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_binding_channel_588beb" UNIQUE ("channel", "chat")
);
COMMENT ON TABLE "binding" IS 'A chat of a channel that belongs to an account, once face or code has proved it.';
CREATE TABLE "case" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "number" VARCHAR(20) NOT NULL UNIQUE,
    "monitor" VARCHAR(16) NOT NULL,
    "household" VARCHAR(64) NOT NULL,
    "person" VARCHAR(64),
    "region" VARCHAR(16) NOT NULL,
    "line" VARCHAR(16) NOT NULL,
    "colour" VARCHAR(8) NOT NULL,
    "state" VARCHAR(16) NOT NULL,
    "opened_on" DATE NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL,
    "answer_due" TIMESTAMPTZ,
    "visit_due" TIMESTAMPTZ,
    "close_due" TIMESTAMPTZ,
    "evidence" BYTEA NOT NULL,
    "verdict" VARCHAR(16) NOT NULL,
    "closed_at" TIMESTAMPTZ,
    "why_closed" VARCHAR(32) NOT NULL,
    "steps" INT NOT NULL,
    "worker_id" INT REFERENCES "account" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_case_househo_15b5bd" ON "case" ("household");
CREATE INDEX "idx_case_state_b4bec5" ON "case" ("state", "region");
COMMENT ON TABLE "case" IS 'One matter of a family, from the finding to proven help (its rules: `core.cases`).';
CREATE TABLE "call" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "unit" VARCHAR(16) NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "called_at" TIMESTAMPTZ NOT NULL,
    "due" TIMESTAMPTZ,
    "answered_at" TIMESTAMPTZ,
    "result" BYTEA,
    "answered_by_id" INT REFERENCES "account" ("id") ON DELETE CASCADE,
    "case_id" INT NOT NULL REFERENCES "case" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_call_case_id_307d01" UNIQUE ("case_id", "unit")
);
COMMENT ON TABLE "call" IS 'One unit called by a case''s whistle, with its own clock and its own answer.';
CREATE TABLE "counter" (
    "name" VARCHAR(32) NOT NULL  PRIMARY KEY,
    "value" INT NOT NULL
);
COMMENT ON TABLE "counter" IS 'Numbers given out in order (case numbers by year).';
CREATE TABLE "duty" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "role" VARCHAR(16) NOT NULL,
    "area" VARCHAR(16) NOT NULL,
    "unit" VARCHAR(16) NOT NULL,
    "line" VARCHAR(16) NOT NULL,
    "household" VARCHAR(64) NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,
    "account_id" INT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_duty_role_bd2ecf" ON "duty" ("role", "area");
CREATE INDEX "idx_duty_unit_d2b27a" ON "duty" ("unit");
COMMENT ON TABLE "duty" IS 'What an account may do, where and since when: several duties make several roles.';
CREATE TABLE "finding" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "monitor" VARCHAR(16) NOT NULL,
    "version" VARCHAR(16) NOT NULL,
    "subject" VARCHAR(64) NOT NULL,
    "household" VARCHAR(64) NOT NULL,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "why_closed" VARCHAR(32) NOT NULL,
    "case_id" INT REFERENCES "case" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_finding_monitor_3188e4" UNIQUE ("monitor", "subject", "opened_on")
);
CREATE INDEX "idx_finding_monitor_c0f18c" ON "finding" ("monitor", "closed_on");
COMMENT ON TABLE "finding" IS 'A monitor points at somebody, from the day it first did until it no longer does.';
CREATE TABLE "help" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "at" TIMESTAMPTZ NOT NULL,
    "kind" VARCHAR(24) NOT NULL,
    "item" VARCHAR(64) NOT NULL,
    "quantity" INT,
    "unit" VARCHAR(16) NOT NULL,
    "amount_fen" BIGINT,
    "giver" VARCHAR(32) NOT NULL,
    "proof" VARCHAR(32) NOT NULL,
    "key" VARCHAR(64) NOT NULL UNIQUE,
    "case_id" INT NOT NULL REFERENCES "case" ("id") ON DELETE CASCADE
);
COMMENT ON TABLE "help" IS 'Help that reached a family: by whom, what, how much, proved by what.';
CREATE TABLE "inbox" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "channel" VARCHAR(16) NOT NULL,
    "update_key" VARCHAR(96) NOT NULL,
    "chat" VARCHAR(64) NOT NULL,
    "payload" BYTEA NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "tries" INT NOT NULL,
    "received_at" TIMESTAMPTZ NOT NULL,
    "handled_at" TIMESTAMPTZ,
    CONSTRAINT "uid_inbox_channel_798e2d" UNIQUE ("channel", "update_key")
);
CREATE INDEX "idx_inbox_state_c32f16" ON "inbox" ("state", "id");
COMMENT ON TABLE "inbox" IS 'A raw update, stored before the vendor is told that we have it.';
CREATE TABLE "invite" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "code_hash" VARCHAR(64) NOT NULL UNIQUE,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,
    "account_id" INT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
);
COMMENT ON TABLE "invite" IS 'A one-time code, kept as a hash only.';
CREATE TABLE "job" (
    "name" VARCHAR(32) NOT NULL  PRIMARY KEY,
    "watermark" TIMESTAMPTZ NOT NULL,
    "lease_until" TIMESTAMPTZ,
    "owner" VARCHAR(64) NOT NULL
);
COMMENT ON TABLE "job" IS 'One job: everything due up to the watermark is done. A lease says who works on it now.';
CREATE TABLE "job_run" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "job" VARCHAR(32) NOT NULL,
    "due" TIMESTAMPTZ NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "owner" VARCHAR(64) NOT NULL,
    "started_at" TIMESTAMPTZ NOT NULL,
    "ended_at" TIMESTAMPTZ,
    "report" JSONB,
    CONSTRAINT "uid_job_run_job_8fd6c6" UNIQUE ("job", "due")
);
COMMENT ON TABLE "job_run" IS 'One slot of one job.';
CREATE TABLE "leader" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "epoch" INT NOT NULL,
    "holder" VARCHAR(64) NOT NULL,
    "beat" TIMESTAMPTZ
);
COMMENT ON TABLE "leader" IS 'Who may send: one row, a growing epoch fences whoever was declared dead.';
CREATE TABLE "leave" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "since" DATE NOT NULL,
    "until" DATE NOT NULL,
    "account_id" INT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "stand_in_id" INT REFERENCES "account" ("id") ON DELETE CASCADE
);
COMMENT ON TABLE "leave" IS 'An account is away from a day until a day. The stand-in takes what would be his.';
CREATE TABLE "outbox" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "dedup" VARCHAR(160) NOT NULL UNIQUE,
    "channel" VARCHAR(16) NOT NULL,
    "chat" VARCHAR(64) NOT NULL,
    "notice" VARCHAR(32) NOT NULL,
    "body" BYTEA,
    "live" VARCHAR(48) NOT NULL,
    "lane" VARCHAR(64) NOT NULL,
    "priority" INT NOT NULL,
    "state" VARCHAR(14) NOT NULL,
    "attempts" INT NOT NULL,
    "maybe" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "not_before" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ,
    "epoch" INT NOT NULL,
    "started_at" TIMESTAMPTZ,
    "sent_at" TIMESTAMPTZ,
    "message_id" VARCHAR(32) NOT NULL,
    "last_error" VARCHAR(200) NOT NULL,
    "cause" INT,
    "account_id" INT REFERENCES "account" ("id") ON DELETE CASCADE,
    "case_id" INT REFERENCES "case" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_outbox_state_99f1b5" ON "outbox" ("state", "not_before", "priority", "id");
CREATE INDEX "idx_outbox_account_f71688" ON "outbox" ("account_id", "lane", "id");
CREATE INDEX "idx_outbox_account_ddb6e9" ON "outbox" ("account_id", "live", "id");
COMMENT ON TABLE "outbox" IS 'A message to one account. The notice names who words it when sent, the body carries the';
CREATE TABLE "attempt" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "number" INT NOT NULL,
    "started_at" TIMESTAMPTZ NOT NULL,
    "ended_at" TIMESTAMPTZ,
    "outcome" VARCHAR(14) NOT NULL,
    "outbox_id" INT NOT NULL REFERENCES "outbox" ("id") ON DELETE CASCADE
);
COMMENT ON TABLE "attempt" IS 'One try to send one message, append-only.';
CREATE TABLE "step" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "number" INT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "what" VARCHAR(24) NOT NULL,
    "before" VARCHAR(16) NOT NULL,
    "after" VARCHAR(16) NOT NULL,
    "detail" BYTEA,
    "by_id" INT REFERENCES "account" ("id") ON DELETE CASCADE,
    "case_id" INT NOT NULL REFERENCES "case" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_step_case_id_4019cd" UNIQUE ("case_id", "number")
);
COMMENT ON TABLE "step" IS 'One transition of a case: kept for ever, in order, never changed.';
CREATE TABLE "talk" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "channel" VARCHAR(16) NOT NULL,
    "chat" VARCHAR(64) NOT NULL,
    "awaits" VARCHAR(32) NOT NULL,
    "about" VARCHAR(64) NOT NULL,
    "draft" BYTEA,
    "updated_at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "uid_talk_channel_5830a8" UNIQUE ("channel", "chat")
);
COMMENT ON TABLE "talk" IS 'What we last asked in a chat, and what was said so far. Survives any restart.';
CREATE TABLE "task" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "offer" VARCHAR(16) NOT NULL,
    "unit" VARCHAR(16) NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "due" TIMESTAMPTZ,
    "changed_at" TIMESTAMPTZ NOT NULL,
    "note" BYTEA,
    "case_id" INT NOT NULL REFERENCES "case" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_task_case_id_7060b1" UNIQUE ("case_id", "offer", "unit")
);
COMMENT ON TABLE "task" IS 'One thing a unit promised or was asked to do for a family.';
CREATE TABLE "visit" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "at" TIMESTAMPTZ NOT NULL,
    "outcome" VARCHAR(16) NOT NULL,
    "words" BYTEA NOT NULL,
    "understood" BYTEA NOT NULL,
    "distance_m" INT,
    "key" VARCHAR(64) NOT NULL UNIQUE,
    "account_id" INT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "case_id" INT NOT NULL REFERENCES "case" ("id") ON DELETE CASCADE
);
COMMENT ON TABLE "visit" IS 'What a worker told about one contact with a family, in his own words and as understood.';
CREATE TABLE "mark" (
    "name" VARCHAR(48) NOT NULL  PRIMARY KEY,
    "value" VARCHAR(255) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE "mark" IS 'One such word by name. What each name means stands where it is set.';
CREATE FUNCTION jpf_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_TABLE_NAME = 'step' AND TG_OP <> 'TRUNCATE'
         AND EXISTS (SELECT 1 FROM mark WHERE name = 'rewriting:step') THEN
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
      END IF;
      RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
    END $$;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit FOR EACH ROW EXECUTE FUNCTION jpf_append_only();
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit FOR EACH ROW EXECUTE FUNCTION jpf_append_only();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION jpf_append_only();
CREATE TRIGGER step_no_update BEFORE UPDATE ON step FOR EACH ROW EXECUTE FUNCTION jpf_append_only();
CREATE TRIGGER step_no_delete BEFORE DELETE ON step FOR EACH ROW EXECUTE FUNCTION jpf_append_only();
CREATE TRIGGER step_no_truncate BEFORE TRUNCATE ON step FOR EACH STATEMENT EXECUTE FUNCTION jpf_append_only();
CREATE TABLE "desk_link" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,
    "account_id" INT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
);
COMMENT ON TABLE "desk_link" IS 'A link that opens the desk once, within minutes. Only its hash is here.';
CREATE TABLE "desk_session" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "began_at" TIMESTAMPTZ NOT NULL,
    "ends_at" TIMESTAMPTZ NOT NULL,
    "account_id" INT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
);
COMMENT ON TABLE "desk_session" IS 'One browser at the desk, until night or until its account leaves. Only its hash is here.';
CREATE TABLE "measured" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "kind" VARCHAR(16) NOT NULL,
    "day" DATE NOT NULL,
    "place" VARCHAR(16) NOT NULL,
    "figures" JSONB NOT NULL,
    CONSTRAINT "uid_measured_kind_f3d307" UNIQUE ("kind", "day", "place")
);
COMMENT ON TABLE "measured" IS 'One set of figures of one place as of one day, of the kind named.';
CREATE TABLE "card" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "day" DATE NOT NULL,
    "red" BOOL NOT NULL,
    "account_id" INT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "case_id" INT NOT NULL REFERENCES "case" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_card_case_id_4ed022" UNIQUE ("case_id", "account_id")
);
CREATE INDEX "idx_card_day_3a7cef" ON "card" ("day");
CREATE INDEX "idx_card_account_ba9692" ON "card" ("account_id", "day");
COMMENT ON TABLE "card" IS 'A case reached the phone of a worker for the first time, on this day: what the burden is counted by.';
CREATE TABLE "consent" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "household" VARCHAR(64) NOT NULL,
    "what" VARCHAR(16) NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,
    "how" VARCHAR(120) NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL,
    "revoked_at" TIMESTAMPTZ,
    "account_id" INT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_consent_account_57fb88" UNIQUE ("account_id", "household", "what", "since")
);
CREATE INDEX "idx_consent_househo_3ec001" ON "consent" ("household");
COMMENT ON TABLE "consent" IS 'Somebody agreed that a relative hears of certain alarms of his home, until he takes it back.';
CREATE TABLE "correction" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "class_id" VARCHAR(16) NOT NULL,
    "unit" VARCHAR(16) NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "words" BYTEA,
    "asked_at" TIMESTAMPTZ NOT NULL,
    "due" TIMESTAMPTZ,
    "answered_at" TIMESTAMPTZ,
    "answer" BYTEA,
    "answered_by_id" INT REFERENCES "account" ("id") ON DELETE CASCADE,
    "case_id" INT NOT NULL REFERENCES "case" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_correction_case_id_4a313d" UNIQUE ("case_id", "class_id")
);
CREATE INDEX "idx_correction_class_i_9292a6" ON "correction" ("class_id", "state");
CREATE INDEX "idx_correction_unit_9e11e0" ON "correction" ("unit", "state");
COMMENT ON TABLE "correction" IS 'A department is asked to correct what its data said about a family, until it answers.';
CREATE TABLE "entitled" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "benefit" VARCHAR(8) NOT NULL,
    "subject" VARCHAR(64) NOT NULL,
    "household" VARCHAR(64) NOT NULL,
    "region" VARCHAR(16) NOT NULL,
    "version" VARCHAR(16) NOT NULL,
    "since" DATE NOT NULL,
    "new" BOOL NOT NULL,
    "seen_on" DATE NOT NULL,
    "gone_on" DATE,
    CONSTRAINT "uid_entitled_benefit_861536" UNIQUE ("benefit", "subject", "since")
);
CREATE INDEX "idx_entitled_benefit_97c09a" ON "entitled" ("benefit", "gone_on");
CREATE INDEX "idx_entitled_househo_0c8d5b" ON "entitled" ("household");
CREATE INDEX "idx_entitled_since_f3d587" ON "entitled" ("since", "new");
COMMENT ON TABLE "entitled" IS 'One benefit somebody seems entitled to and does not receive, until that is over.';
CREATE TABLE "held_batch" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "monitor" VARCHAR(16) NOT NULL,
    "day" DATE NOT NULL,
    "hits" INT NOT NULL,
    "usual" JSONB NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL,
    "decided_at" TIMESTAMPTZ,
    "decided_by" VARCHAR(64) NOT NULL,
    "why" VARCHAR(120) NOT NULL,
    CONSTRAINT "uid_held_batch_monitor_24b2e8" UNIQUE ("monitor", "day")
);
COMMENT ON TABLE "held_batch" IS 'A monitor jumped on one day: its new findings wait until a person lets them go or drops them.';
CREATE TABLE "monitor_night" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "monitor" VARCHAR(16) NOT NULL,
    "day" DATE NOT NULL,
    "version" VARCHAR(16) NOT NULL,
    "hits" INT NOT NULL,
    "unknown" INT NOT NULL,
    "new" INT NOT NULL,
    "opened" INT NOT NULL,
    "closed" INT NOT NULL,
    CONSTRAINT "uid_monitor_nig_monitor_97c503" UNIQUE ("monitor", "day")
);
COMMENT ON TABLE "monitor_night" IS 'What one monitor said on one day: hits, cannot-tells, what was new, what was opened.';
CREATE TABLE "monitor_stage" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "monitor" VARCHAR(16) NOT NULL,
    "stage" VARCHAR(12) NOT NULL,
    "share" INT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "by" VARCHAR(64) NOT NULL,
    "why" VARCHAR(120) NOT NULL
);
CREATE INDEX "idx_monitor_sta_monitor_e9fb3c" ON "monitor_stage" ("monitor", "id");
COMMENT ON TABLE "monitor_stage" IS 'A monitor entered a stage of its life: by whom, why. The newest one holds.';
CREATE TABLE "outcome" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "monitor" VARCHAR(16) NOT NULL,
    "version" VARCHAR(16) NOT NULL,
    "leads" BOOL NOT NULL,
    "verdict" VARCHAR(16) NOT NULL,
    "cause" VARCHAR(12) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "case_id" INT NOT NULL REFERENCES "case" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_outcome_case_id_d80e58" UNIQUE ("case_id", "monitor")
);
CREATE INDEX "idx_outcome_monitor_201bac" ON "outcome" ("monitor", "version");
COMMENT ON TABLE "outcome" IS 'What people found when they went: one per case and monitor, for the version that fired.';
CREATE TABLE "proposal" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "monitor" VARCHAR(16) NOT NULL,
    "version" VARCHAR(16) NOT NULL,
    "kind" VARCHAR(12) NOT NULL,
    "figures" JSONB NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL,
    "decided_at" TIMESTAMPTZ,
    "decided_by" VARCHAR(64) NOT NULL,
    "why" VARCHAR(120) NOT NULL
);
CREATE INDEX "idx_proposal_monitor_d6fd61" ON "proposal" ("monitor", "state");
COMMENT ON TABLE "proposal" IS 'What the system proposes about a monitor, with its figures, until a person accepts or refuses.';
CREATE TABLE "guard" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "monitor" VARCHAR(16) NOT NULL,
    "column" VARCHAR(48) NOT NULL,
    "value" VARCHAR(48) NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,
    "proposal_id" INT REFERENCES "proposal" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_guard_monitor_30fbfa" ON "guard" ("monitor", "since");
COMMENT ON TABLE "guard" IS 'A condition a person added to a monitor: it stays silent where a column is surely a value.';
CREATE TABLE "sensor_event" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "source" VARCHAR(32) NOT NULL,
    "key" VARCHAR(96) NOT NULL,
    "class_id" VARCHAR(16) NOT NULL,
    "device" VARCHAR(64) NOT NULL,
    "event" VARCHAR(24) NOT NULL,
    "happened_at" TIMESTAMPTZ NOT NULL,
    "received_at" TIMESTAMPTZ NOT NULL,
    "household" VARCHAR(64) NOT NULL,
    "person" VARCHAR(64),
    "region" VARCHAR(16) NOT NULL,
    "payload" BYTEA NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "handled_at" TIMESTAMPTZ,
    CONSTRAINT "uid_sensor_even_source_2c7468" UNIQUE ("source", "key")
);
CREATE INDEX "idx_sensor_even_state_9982c7" ON "sensor_event" ("state", "id");
CREATE INDEX "idx_sensor_even_househo_93f2dc" ON "sensor_event" ("household", "happened_at");
CREATE INDEX "idx_sensor_even_device_57c07d" ON "sensor_event" ("device", "happened_at");
COMMENT ON TABLE "sensor_event" IS 'One event as it came, kept before the sender is told that we have it.';
CREATE TABLE "sensor_source" (
    "name" VARCHAR(32) NOT NULL  PRIMARY KEY,
    "secret" BYTEA NOT NULL,
    "active" BOOL NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL,
    "heard_at" TIMESTAMPTZ
);
COMMENT ON TABLE "sensor_source" IS 'A platform that may post events, with its own secret.';
CREATE TABLE "snooze" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "monitor" VARCHAR(16) NOT NULL,
    "household" VARCHAR(64) NOT NULL,
    "region" VARCHAR(16) NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE NOT NULL,
    "how" VARCHAR(12) NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL,
    "cancelled_at" TIMESTAMPTZ,
    "cancelled_by" VARCHAR(64) NOT NULL,
    "account_id" INT REFERENCES "account" ("id") ON DELETE CASCADE,
    "case_id" INT REFERENCES "case" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_snooze_monitor_037e00" ON "snooze" ("monitor", "household");
CREATE INDEX "idx_snooze_until_f9ebb3" ON "snooze" ("until");
COMMENT ON TABLE "snooze" IS 'One kind of alert about one household stays silent for a while, because somebody who knows said so.';
ALTER TABLE "case" ADD COLUMN "waits" VARCHAR(12) NOT NULL DEFAULT '';
ALTER TABLE "finding" ADD COLUMN "held" VARCHAR(12) NOT NULL DEFAULT '';
CREATE TABLE "photo" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "channel" VARCHAR(16) NOT NULL,
    "remote" VARCHAR(255) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "tries" INT NOT NULL,
    "kind" VARCHAR(8) NOT NULL,
    "data" BYTEA,
    "key" VARCHAR(96) NOT NULL UNIQUE,
    "account_id" INT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "case_id" INT NOT NULL REFERENCES "case" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_photo_state_7447cb" ON "photo" ("state", "id");
COMMENT ON TABLE "photo" IS 'A picture from a visit: fetched, stripped of where and when it was taken, sealed.';
CREATE TABLE "promise" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "what" VARCHAR(24) NOT NULL,
    "words" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL,
    "due" DATE NOT NULL,
    "kept_at" TIMESTAMPTZ,
    "key" VARCHAR(64) NOT NULL UNIQUE,
    "account_id" INT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "case_id" INT NOT NULL REFERENCES "case" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_promise_kept_at_c61fdf" ON "promise" ("kept_at", "due");
COMMENT ON TABLE "promise" IS 'Something somebody said he would do for a family by a day, in his own words.';
CREATE TABLE "quota" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "offer" VARCHAR(16) NOT NULL,
    "period" VARCHAR(8) NOT NULL,
    "capacity" INT,
    "used" INT NOT NULL,
    "budget_fen" BIGINT,
    "spent_fen" BIGINT NOT NULL,
    CONSTRAINT "uid_quota_offer_3fd38c" UNIQUE ("offer", "period")
);
COMMENT ON TABLE "quota" IS 'How much of one offer there is in one period, and how much of it is given away.';
CREATE TABLE "scores" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "moment" VARCHAR(8) NOT NULL,
    "on" DATE NOT NULL,
    "told" BYTEA NOT NULL,
    "case_id" INT NOT NULL REFERENCES "case" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_scores_case_id_f5b1de" UNIQUE ("case_id", "moment")
);
COMMENT ON TABLE "scores" IS 'A family''s portrait at one moment of its case: type by type, deprivation by deprivation.';
CREATE TABLE "slot" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "holder" VARCHAR(64) NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "since" TIMESTAMPTZ NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL,
    "case_id" INT NOT NULL REFERENCES "case" ("id") ON DELETE CASCADE,
    "quota_id" INT NOT NULL REFERENCES "quota" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_slot_quota_i_32d3b9" UNIQUE ("quota_id", "holder")
);
CREATE INDEX "idx_slot_quota_i_d9fc6e" ON "slot" ("quota_id", "state", "since");
COMMENT ON TABLE "slot" IS 'One place of a quota held by, or waited for by, one person or household.';
CREATE TABLE "turn" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "kind" VARCHAR(16) NOT NULL,
    "subject" VARCHAR(64) NOT NULL,
    "household" VARCHAR(64) NOT NULL,
    "region" VARCHAR(16) NOT NULL,
    "line" VARCHAR(16) NOT NULL,
    "period" VARCHAR(12) NOT NULL,
    "number" INT NOT NULL,
    "due" DATE NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "done_at" TIMESTAMPTZ,
    "outcome" VARCHAR(16) NOT NULL,
    "names" BYTEA,
    "words" BYTEA,
    "key" VARCHAR(64),
    "by_id" INT REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_turn_kind_6ea8f7" UNIQUE ("kind", "subject", "period", "number")
);
CREATE INDEX "idx_turn_state_4ab2ab" ON "turn" ("state", "due");
CREATE INDEX "idx_turn_househo_af9865" ON "turn" ("household");
CREATE INDEX "idx_turn_region_30fcaf" ON "turn" ("region", "state");
COMMENT ON TABLE "turn" IS 'One thing due to somebody on a roster in one period: a patrol, a child''s visit, a review.';
ALTER TABLE "call" ADD COLUMN "alarm_at" TIMESTAMPTZ;
ALTER TABLE "call" ADD COLUMN "passed_to" VARCHAR(16) NOT NULL DEFAULT '';
ALTER TABLE "call" ADD COLUMN "rung" INT NOT NULL DEFAULT 0;
CREATE INDEX "idx_call_state_f3bcef" ON "call" ("state", "alarm_at");
ALTER TABLE "case" ADD COLUMN "alarm_at" TIMESTAMPTZ;
ALTER TABLE "case" ADD COLUMN "bounces" INT NOT NULL DEFAULT 0;
ALTER TABLE "case" ADD COLUMN "clocks" JSONB;
ALTER TABLE "case" ADD COLUMN "lead" VARCHAR(16) NOT NULL DEFAULT '';
ALTER TABLE "case" ADD COLUMN "rung" INT NOT NULL DEFAULT 0;
ALTER TABLE "case" ADD COLUMN "stage_at" TIMESTAMPTZ;
CREATE INDEX "idx_case_state_63ac9f" ON "case" ("state", "alarm_at");
ALTER TABLE "help" ADD COLUMN "evidence" VARCHAR(32) NOT NULL DEFAULT '';
ALTER TABLE "task" ADD COLUMN "promised_on" DATE;
CREATE TABLE "model_change" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "version" VARCHAR(24) NOT NULL UNIQUE,
    "data" JSONB NOT NULL,
    "since" DATE NOT NULL,
    "why" VARCHAR(200) NOT NULL,
    "preview" JSONB NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "proposed_by" VARCHAR(64) NOT NULL,
    "proposed_at" TIMESTAMPTZ NOT NULL,
    "first_by" VARCHAR(64) NOT NULL,
    "first_at" TIMESTAMPTZ,
    "second_by" VARCHAR(64) NOT NULL,
    "second_at" TIMESTAMPTZ
);
COMMENT ON TABLE "model_change" IS 'A version of the portrait model that somebody proposed, live once two people signed it.';
CREATE TABLE "consultation" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "at" TIMESTAMPTZ NOT NULL,
    "day" DATE NOT NULL,
    "said" BYTEA,
    "verdicts" JSONB NOT NULL,
    "rule" VARCHAR(16) NOT NULL,
    "account_id" INT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "case_id" INT REFERENCES "case" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_consultatio_account_1f347e" ON "consultation" ("account_id", "id");
COMMENT ON TABLE "consultation" IS 'One answer by the rules to one resident: what was told, and each rule with its version.';
CREATE INDEX "idx_outbox_case_id_ae3756" ON "outbox" ("case_id");
CREATE INDEX "idx_visit_case_id_17655b" ON "visit" ("case_id");
CREATE INDEX "idx_help_case_id_545523" ON "help" ("case_id");
CREATE INDEX "idx_promise_case_id_d5e1fc" ON "promise" ("case_id");
CREATE INDEX "idx_photo_case_id_a3a391" ON "photo" ("case_id");
CREATE INDEX "idx_slot_case_id_448d95" ON "slot" ("case_id");
CREATE INDEX "idx_finding_case_id_bc55a4" ON "finding" ("case_id");
