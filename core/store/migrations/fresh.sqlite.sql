CREATE TABLE "tortoise_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
CREATE TABLE "account" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "handle" VARCHAR(64) NOT NULL UNIQUE,
    "name" BLOB NOT NULL,
    "phone" BLOB,
    "lang" VARCHAR(8) NOT NULL,
    "active" INT NOT NULL,
    "created_at" TIMESTAMP NOT NULL
);
CREATE TABLE "audit" (
    "seq" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "who" VARCHAR(64) NOT NULL,
    "what" VARCHAR(32) NOT NULL,
    "about" VARCHAR(64) NOT NULL,
    "why" VARCHAR(120) NOT NULL,
    "hash" VARCHAR(64) NOT NULL
);
CREATE TABLE "binding" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "channel" VARCHAR(16) NOT NULL,
    "chat" VARCHAR(64) NOT NULL,
    "active" INT NOT NULL,
    "unreachable_since" TIMESTAMP,
    "created_at" TIMESTAMP NOT NULL,
    "account_id" INT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_binding_channel_588beb" UNIQUE ("channel", "chat")
);
CREATE TABLE "case" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" VARCHAR(20) NOT NULL UNIQUE,
    "monitor" VARCHAR(16) NOT NULL,
    "household" VARCHAR(64) NOT NULL,
    "person" VARCHAR(64),
    "region" VARCHAR(16) NOT NULL,
    "line" VARCHAR(16) NOT NULL,
    "colour" VARCHAR(8) NOT NULL,
    "state" VARCHAR(16) NOT NULL,
    "opened_on" DATE NOT NULL,
    "opened_at" TIMESTAMP NOT NULL,
    "answer_due" TIMESTAMP,
    "visit_due" TIMESTAMP,
    "close_due" TIMESTAMP,
    "evidence" BLOB NOT NULL,
    "verdict" VARCHAR(16) NOT NULL,
    "closed_at" TIMESTAMP,
    "why_closed" VARCHAR(32) NOT NULL,
    "steps" INT NOT NULL,
    "worker_id" INT REFERENCES "account" ("id") ON DELETE CASCADE
, "waits" VARCHAR(12) NOT NULL DEFAULT '', "alarm_at" TIMESTAMP, "bounces" INT NOT NULL DEFAULT 0, "clocks" JSON, "lead" VARCHAR(16) NOT NULL DEFAULT '', "rung" INT NOT NULL DEFAULT 0, "stage_at" TIMESTAMP);
CREATE TABLE "call" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "unit" VARCHAR(16) NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "called_at" TIMESTAMP NOT NULL,
    "due" TIMESTAMP,
    "answered_at" TIMESTAMP,
    "result" BLOB,
    "answered_by_id" INT REFERENCES "account" ("id") ON DELETE CASCADE,
    "case_id" INT NOT NULL REFERENCES "case" ("id") ON DELETE CASCADE, "alarm_at" TIMESTAMP, "passed_to" VARCHAR(16) NOT NULL DEFAULT '', "rung" INT NOT NULL DEFAULT 0,
    CONSTRAINT "uid_call_case_id_307d01" UNIQUE ("case_id", "unit")
);
CREATE TABLE "counter" (
    "name" VARCHAR(32) NOT NULL  PRIMARY KEY,
    "value" INT NOT NULL
);
CREATE TABLE "duty" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "role" VARCHAR(16) NOT NULL,
    "area" VARCHAR(16) NOT NULL,
    "unit" VARCHAR(16) NOT NULL,
    "line" VARCHAR(16) NOT NULL,
    "household" VARCHAR(64) NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,
    "account_id" INT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
);
CREATE TABLE "finding" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "monitor" VARCHAR(16) NOT NULL,
    "version" VARCHAR(16) NOT NULL,
    "subject" VARCHAR(64) NOT NULL,
    "household" VARCHAR(64) NOT NULL,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "why_closed" VARCHAR(32) NOT NULL,
    "case_id" INT REFERENCES "case" ("id") ON DELETE CASCADE, "held" VARCHAR(12) NOT NULL DEFAULT '',
    CONSTRAINT "uid_finding_monitor_3188e4" UNIQUE ("monitor", "subject", "opened_on")
);
CREATE TABLE "help" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "kind" VARCHAR(24) NOT NULL,
    "item" VARCHAR(64) NOT NULL,
    "quantity" INT,
    "unit" VARCHAR(16) NOT NULL,
    "amount_fen" BIGINT,
    "giver" VARCHAR(32) NOT NULL,
    "proof" VARCHAR(32) NOT NULL,
    "key" VARCHAR(64) NOT NULL UNIQUE,
    "case_id" INT NOT NULL REFERENCES "case" ("id") ON DELETE CASCADE
, "evidence" VARCHAR(32) NOT NULL DEFAULT '');
CREATE TABLE "inbox" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "channel" VARCHAR(16) NOT NULL,
    "update_key" VARCHAR(96) NOT NULL,
    "chat" VARCHAR(64) NOT NULL,
    "payload" BLOB NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "tries" INT NOT NULL,
    "received_at" TIMESTAMP NOT NULL,
    "handled_at" TIMESTAMP,
    CONSTRAINT "uid_inbox_channel_798e2d" UNIQUE ("channel", "update_key")
);
CREATE TABLE "invite" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "code_hash" VARCHAR(64) NOT NULL UNIQUE,
    "expires_at" TIMESTAMP NOT NULL,
    "used_at" TIMESTAMP,
    "account_id" INT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
);
CREATE TABLE "job" (
    "name" VARCHAR(32) NOT NULL  PRIMARY KEY,
    "watermark" TIMESTAMP NOT NULL,
    "lease_until" TIMESTAMP,
    "owner" VARCHAR(64) NOT NULL
);
CREATE TABLE "job_run" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "job" VARCHAR(32) NOT NULL,
    "due" TIMESTAMP NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "owner" VARCHAR(64) NOT NULL,
    "started_at" TIMESTAMP NOT NULL,
    "ended_at" TIMESTAMP,
    "report" JSON,
    CONSTRAINT "uid_job_run_job_8fd6c6" UNIQUE ("job", "due")
);
CREATE TABLE "leader" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "epoch" INT NOT NULL,
    "holder" VARCHAR(64) NOT NULL,
    "beat" TIMESTAMP
);
CREATE TABLE "leave" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE NOT NULL,
    "account_id" INT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "stand_in_id" INT REFERENCES "account" ("id") ON DELETE CASCADE
);
CREATE TABLE "outbox" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "dedup" VARCHAR(160) NOT NULL UNIQUE,
    "channel" VARCHAR(16) NOT NULL,
    "chat" VARCHAR(64) NOT NULL,
    "notice" VARCHAR(32) NOT NULL,
    "body" BLOB,
    "live" VARCHAR(48) NOT NULL,
    "lane" VARCHAR(64) NOT NULL,
    "priority" INT NOT NULL,
    "state" VARCHAR(14) NOT NULL,
    "attempts" INT NOT NULL,
    "maybe" INT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "not_before" TIMESTAMP NOT NULL,
    "expires_at" TIMESTAMP,
    "epoch" INT NOT NULL,
    "started_at" TIMESTAMP,
    "sent_at" TIMESTAMP,
    "message_id" VARCHAR(32) NOT NULL,
    "last_error" VARCHAR(200) NOT NULL,
    "cause" INT,
    "account_id" INT REFERENCES "account" ("id") ON DELETE CASCADE,
    "case_id" INT REFERENCES "case" ("id") ON DELETE CASCADE
);
CREATE TABLE "attempt" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" INT NOT NULL,
    "started_at" TIMESTAMP NOT NULL,
    "ended_at" TIMESTAMP,
    "outcome" VARCHAR(14) NOT NULL,
    "outbox_id" INT NOT NULL REFERENCES "outbox" ("id") ON DELETE CASCADE
);
CREATE TABLE "step" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" INT NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "what" VARCHAR(24) NOT NULL,
    "before" VARCHAR(16) NOT NULL,
    "after" VARCHAR(16) NOT NULL,
    "detail" BLOB,
    "by_id" INT REFERENCES "account" ("id") ON DELETE CASCADE,
    "case_id" INT NOT NULL REFERENCES "case" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_step_case_id_4019cd" UNIQUE ("case_id", "number")
);
CREATE TABLE "talk" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "channel" VARCHAR(16) NOT NULL,
    "chat" VARCHAR(64) NOT NULL,
    "awaits" VARCHAR(32) NOT NULL,
    "about" VARCHAR(64) NOT NULL,
    "draft" BLOB,
    "updated_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_talk_channel_5830a8" UNIQUE ("channel", "chat")
);
CREATE TABLE "task" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "offer" VARCHAR(16) NOT NULL,
    "unit" VARCHAR(16) NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "due" TIMESTAMP,
    "changed_at" TIMESTAMP NOT NULL,
    "note" BLOB,
    "case_id" INT NOT NULL REFERENCES "case" ("id") ON DELETE CASCADE, "promised_on" DATE,
    CONSTRAINT "uid_task_case_id_7060b1" UNIQUE ("case_id", "offer", "unit")
);
CREATE TABLE "visit" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "outcome" VARCHAR(16) NOT NULL,
    "words" BLOB NOT NULL,
    "understood" BLOB NOT NULL,
    "distance_m" INT,
    "key" VARCHAR(64) NOT NULL UNIQUE,
    "account_id" INT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "case_id" INT NOT NULL REFERENCES "case" ("id") ON DELETE CASCADE
);
CREATE TABLE "mark" (
    "name" VARCHAR(48) NOT NULL  PRIMARY KEY,
    "value" VARCHAR(255) NOT NULL,
    "at" TIMESTAMP NOT NULL
);
CREATE TABLE "desk_link" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "expires_at" TIMESTAMP NOT NULL,
    "used_at" TIMESTAMP,
    "account_id" INT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
);
CREATE TABLE "desk_session" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "began_at" TIMESTAMP NOT NULL,
    "ends_at" TIMESTAMP NOT NULL,
    "account_id" INT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
);
CREATE TABLE "measured" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "day" DATE NOT NULL,
    "place" VARCHAR(16) NOT NULL,
    "figures" JSON NOT NULL,
    CONSTRAINT "uid_measured_kind_f3d307" UNIQUE ("kind", "day", "place")
);
CREATE TABLE "card" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "day" DATE NOT NULL,
    "red" INT NOT NULL,
    "account_id" INT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "case_id" INT NOT NULL REFERENCES "case" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_card_case_id_4ed022" UNIQUE ("case_id", "account_id")
);
CREATE TABLE "consent" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "household" VARCHAR(64) NOT NULL,
    "what" VARCHAR(16) NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,
    "how" VARCHAR(120) NOT NULL,
    "made_at" TIMESTAMP NOT NULL,
    "revoked_at" TIMESTAMP,
    "account_id" INT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_consent_account_57fb88" UNIQUE ("account_id", "household", "what", "since")
);
CREATE TABLE "correction" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "class_id" VARCHAR(16) NOT NULL,
    "unit" VARCHAR(16) NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "words" BLOB,
    "asked_at" TIMESTAMP NOT NULL,
    "due" TIMESTAMP,
    "answered_at" TIMESTAMP,
    "answer" BLOB,
    "answered_by_id" INT REFERENCES "account" ("id") ON DELETE CASCADE,
    "case_id" INT NOT NULL REFERENCES "case" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_correction_case_id_4a313d" UNIQUE ("case_id", "class_id")
);
CREATE TABLE "entitled" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "benefit" VARCHAR(8) NOT NULL,
    "subject" VARCHAR(64) NOT NULL,
    "household" VARCHAR(64) NOT NULL,
    "region" VARCHAR(16) NOT NULL,
    "version" VARCHAR(16) NOT NULL,
    "since" DATE NOT NULL,
    "new" INT NOT NULL,
    "seen_on" DATE NOT NULL,
    "gone_on" DATE,
    CONSTRAINT "uid_entitled_benefit_861536" UNIQUE ("benefit", "subject", "since")
);
CREATE TABLE "held_batch" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "monitor" VARCHAR(16) NOT NULL,
    "day" DATE NOT NULL,
    "hits" INT NOT NULL,
    "usual" JSON NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "made_at" TIMESTAMP NOT NULL,
    "decided_at" TIMESTAMP,
    "decided_by" VARCHAR(64) NOT NULL,
    "why" VARCHAR(120) NOT NULL,
    CONSTRAINT "uid_held_batch_monitor_24b2e8" UNIQUE ("monitor", "day")
);
CREATE TABLE "monitor_night" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
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
CREATE TABLE "monitor_stage" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "monitor" VARCHAR(16) NOT NULL,
    "stage" VARCHAR(12) NOT NULL,
    "share" INT NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "by" VARCHAR(64) NOT NULL,
    "why" VARCHAR(120) NOT NULL
);
CREATE TABLE "outcome" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "monitor" VARCHAR(16) NOT NULL,
    "version" VARCHAR(16) NOT NULL,
    "leads" INT NOT NULL,
    "verdict" VARCHAR(16) NOT NULL,
    "cause" VARCHAR(12) NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "case_id" INT NOT NULL REFERENCES "case" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_outcome_case_id_d80e58" UNIQUE ("case_id", "monitor")
);
CREATE TABLE "proposal" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "monitor" VARCHAR(16) NOT NULL,
    "version" VARCHAR(16) NOT NULL,
    "kind" VARCHAR(12) NOT NULL,
    "figures" JSON NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "made_at" TIMESTAMP NOT NULL,
    "decided_at" TIMESTAMP,
    "decided_by" VARCHAR(64) NOT NULL,
    "why" VARCHAR(120) NOT NULL
);
CREATE TABLE "guard" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "monitor" VARCHAR(16) NOT NULL,
    "column" VARCHAR(48) NOT NULL,
    "value" VARCHAR(48) NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,
    "proposal_id" INT REFERENCES "proposal" ("id") ON DELETE CASCADE
);
CREATE TABLE "sensor_event" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "source" VARCHAR(32) NOT NULL,
    "key" VARCHAR(96) NOT NULL,
    "class_id" VARCHAR(16) NOT NULL,
    "device" VARCHAR(64) NOT NULL,
    "event" VARCHAR(24) NOT NULL,
    "happened_at" TIMESTAMP NOT NULL,
    "received_at" TIMESTAMP NOT NULL,
    "household" VARCHAR(64) NOT NULL,
    "person" VARCHAR(64),
    "region" VARCHAR(16) NOT NULL,
    "payload" BLOB NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "handled_at" TIMESTAMP,
    CONSTRAINT "uid_sensor_even_source_2c7468" UNIQUE ("source", "key")
);
CREATE TABLE "sensor_source" (
    "name" VARCHAR(32) NOT NULL  PRIMARY KEY,
    "secret" BLOB NOT NULL,
    "active" INT NOT NULL,
    "made_at" TIMESTAMP NOT NULL,
    "heard_at" TIMESTAMP
);
CREATE TABLE "snooze" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "monitor" VARCHAR(16) NOT NULL,
    "household" VARCHAR(64) NOT NULL,
    "region" VARCHAR(16) NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE NOT NULL,
    "how" VARCHAR(12) NOT NULL,
    "made_at" TIMESTAMP NOT NULL,
    "cancelled_at" TIMESTAMP,
    "cancelled_by" VARCHAR(64) NOT NULL,
    "account_id" INT REFERENCES "account" ("id") ON DELETE CASCADE,
    "case_id" INT REFERENCES "case" ("id") ON DELETE CASCADE
);
CREATE TABLE "photo" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "channel" VARCHAR(16) NOT NULL,
    "remote" VARCHAR(255) NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "tries" INT NOT NULL,
    "kind" VARCHAR(8) NOT NULL,
    "data" BLOB,
    "key" VARCHAR(96) NOT NULL UNIQUE,
    "account_id" INT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "case_id" INT NOT NULL REFERENCES "case" ("id") ON DELETE CASCADE
);
CREATE TABLE "promise" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "what" VARCHAR(24) NOT NULL,
    "words" BLOB NOT NULL,
    "made_at" TIMESTAMP NOT NULL,
    "due" DATE NOT NULL,
    "kept_at" TIMESTAMP,
    "key" VARCHAR(64) NOT NULL UNIQUE,
    "account_id" INT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "case_id" INT NOT NULL REFERENCES "case" ("id") ON DELETE CASCADE
);
CREATE TABLE "quota" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "offer" VARCHAR(16) NOT NULL,
    "period" VARCHAR(8) NOT NULL,
    "capacity" INT,
    "used" INT NOT NULL,
    "budget_fen" BIGINT,
    "spent_fen" BIGINT NOT NULL,
    CONSTRAINT "uid_quota_offer_3fd38c" UNIQUE ("offer", "period")
);
CREATE TABLE "scores" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "moment" VARCHAR(8) NOT NULL,
    "on" DATE NOT NULL,
    "told" BLOB NOT NULL,
    "case_id" INT NOT NULL REFERENCES "case" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_scores_case_id_f5b1de" UNIQUE ("case_id", "moment")
);
CREATE TABLE "slot" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "holder" VARCHAR(64) NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "since" TIMESTAMP NOT NULL,
    "changed_at" TIMESTAMP NOT NULL,
    "case_id" INT NOT NULL REFERENCES "case" ("id") ON DELETE CASCADE,
    "quota_id" INT NOT NULL REFERENCES "quota" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_slot_quota_i_32d3b9" UNIQUE ("quota_id", "holder")
);
CREATE TABLE "turn" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "subject" VARCHAR(64) NOT NULL,
    "household" VARCHAR(64) NOT NULL,
    "region" VARCHAR(16) NOT NULL,
    "line" VARCHAR(16) NOT NULL,
    "period" VARCHAR(12) NOT NULL,
    "number" INT NOT NULL,
    "due" DATE NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "done_at" TIMESTAMP,
    "outcome" VARCHAR(16) NOT NULL,
    "names" BLOB,
    "words" BLOB,
    "key" VARCHAR(64),
    "by_id" INT REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_turn_kind_6ea8f7" UNIQUE ("kind", "subject", "period", "number")
);
CREATE TABLE "model_change" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" VARCHAR(24) NOT NULL UNIQUE,
    "data" JSON NOT NULL,
    "since" DATE NOT NULL,
    "why" VARCHAR(200) NOT NULL,
    "preview" JSON NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "proposed_by" VARCHAR(64) NOT NULL,
    "proposed_at" TIMESTAMP NOT NULL,
    "first_by" VARCHAR(64) NOT NULL,
    "first_at" TIMESTAMP,
    "second_by" VARCHAR(64) NOT NULL,
    "second_at" TIMESTAMP
);
CREATE TABLE "consultation" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "day" DATE NOT NULL,
    "said" BLOB,
    "verdicts" JSON NOT NULL,
    "rule" VARCHAR(16) NOT NULL,
    "account_id" INT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "case_id" INT REFERENCES "case" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_case_househo_15b5bd" ON "case" ("household");
CREATE INDEX "idx_case_state_b4bec5" ON "case" ("state", "region");
CREATE INDEX "idx_duty_role_bd2ecf" ON "duty" ("role", "area");
CREATE INDEX "idx_duty_unit_d2b27a" ON "duty" ("unit");
CREATE INDEX "idx_finding_monitor_c0f18c" ON "finding" ("monitor", "closed_on");
CREATE INDEX "idx_inbox_state_c32f16" ON "inbox" ("state", "id");
CREATE INDEX "idx_outbox_state_99f1b5" ON "outbox" ("state", "not_before", "priority", "id");
CREATE INDEX "idx_outbox_account_f71688" ON "outbox" ("account_id", "lane", "id");
CREATE INDEX "idx_outbox_account_ddb6e9" ON "outbox" ("account_id", "live", "id");
CREATE INDEX "idx_card_day_3a7cef" ON "card" ("day");
CREATE INDEX "idx_card_account_ba9692" ON "card" ("account_id", "day");
CREATE INDEX "idx_consent_househo_3ec001" ON "consent" ("household");
CREATE INDEX "idx_correction_class_i_9292a6" ON "correction" ("class_id", "state");
CREATE INDEX "idx_correction_unit_9e11e0" ON "correction" ("unit", "state");
CREATE INDEX "idx_entitled_benefit_97c09a" ON "entitled" ("benefit", "gone_on");
CREATE INDEX "idx_entitled_househo_0c8d5b" ON "entitled" ("household");
CREATE INDEX "idx_entitled_since_f3d587" ON "entitled" ("since", "new");
CREATE INDEX "idx_monitor_sta_monitor_e9fb3c" ON "monitor_stage" ("monitor", "id");
CREATE INDEX "idx_outcome_monitor_201bac" ON "outcome" ("monitor", "version");
CREATE INDEX "idx_proposal_monitor_d6fd61" ON "proposal" ("monitor", "state");
CREATE INDEX "idx_guard_monitor_30fbfa" ON "guard" ("monitor", "since");
CREATE INDEX "idx_sensor_even_state_9982c7" ON "sensor_event" ("state", "id");
CREATE INDEX "idx_sensor_even_househo_93f2dc" ON "sensor_event" ("household", "happened_at");
CREATE INDEX "idx_sensor_even_device_57c07d" ON "sensor_event" ("device", "happened_at");
CREATE INDEX "idx_snooze_monitor_037e00" ON "snooze" ("monitor", "household");
CREATE INDEX "idx_snooze_until_f9ebb3" ON "snooze" ("until");
CREATE INDEX "idx_photo_state_7447cb" ON "photo" ("state", "id");
CREATE INDEX "idx_promise_kept_at_c61fdf" ON "promise" ("kept_at", "due");
CREATE INDEX "idx_slot_quota_i_d9fc6e" ON "slot" ("quota_id", "state", "since");
CREATE INDEX "idx_turn_state_4ab2ab" ON "turn" ("state", "due");
CREATE INDEX "idx_turn_househo_af9865" ON "turn" ("household");
CREATE INDEX "idx_turn_region_30fcaf" ON "turn" ("region", "state");
CREATE INDEX "idx_call_state_f3bcef" ON "call" ("state", "alarm_at");
CREATE INDEX "idx_case_state_63ac9f" ON "case" ("state", "alarm_at");
CREATE INDEX "idx_consultatio_account_1f347e" ON "consultation" ("account_id", "id");
CREATE INDEX "idx_outbox_case_id_ae3756" ON "outbox" ("case_id");
CREATE INDEX "idx_visit_case_id_17655b" ON "visit" ("case_id");
CREATE INDEX "idx_help_case_id_545523" ON "help" ("case_id");
CREATE INDEX "idx_promise_case_id_d5e1fc" ON "promise" ("case_id");
CREATE INDEX "idx_photo_case_id_a3a391" ON "photo" ("case_id");
CREATE INDEX "idx_slot_case_id_448d95" ON "slot" ("case_id");
CREATE INDEX "idx_finding_case_id_bc55a4" ON "finding" ("case_id");
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit 
    BEGIN SELECT RAISE(ABORT, 'append-only: audit'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit 
    BEGIN SELECT RAISE(ABORT, 'append-only: audit'); END;
CREATE TRIGGER step_no_update BEFORE UPDATE ON step WHEN NOT EXISTS (SELECT 1 FROM mark WHERE name = 'rewriting:step')
    BEGIN SELECT RAISE(ABORT, 'append-only: step'); END;
CREATE TRIGGER step_no_delete BEFORE DELETE ON step WHEN NOT EXISTS (SELECT 1 FROM mark WHERE name = 'rewriting:step')
    BEGIN SELECT RAISE(ABORT, 'append-only: step'); END;
