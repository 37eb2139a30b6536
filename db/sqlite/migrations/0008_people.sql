CREATE TABLE `audit_entry` (
	`seq` integer PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`hash` text NOT NULL,
	`at` text GENERATED ALWAYS AS (json_extract("body", '$.at')) VIRTUAL,
	`actor_id` text GENERATED ALWAYS AS (json_extract("body", '$.actorId')) VIRTUAL,
	`action` text GENERATED ALWAYS AS (json_extract("body", '$.action')) VIRTUAL,
	`entity_id` text GENERATED ALWAYS AS (json_extract("body", '$.entityId')) VIRTUAL,
	`subject_id` text GENERATED ALWAYS AS (json_extract("body", '$.subjectId')) VIRTUAL,
	`client_id` text GENERATED ALWAYS AS (json_extract("body", '$.clientId')) VIRTUAL
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_entry_at` ON `audit_entry` (`at`);--> statement-breakpoint
CREATE INDEX `audit_entry_actor` ON `audit_entry` (`actor_id`);--> statement-breakpoint
CREATE INDEX `audit_entry_action` ON `audit_entry` (`action`);--> statement-breakpoint
CREATE INDEX `audit_entry_entity` ON `audit_entry` (`entity_id`);--> statement-breakpoint
CREATE INDEX `audit_entry_subject` ON `audit_entry` (`subject_id`);--> statement-breakpoint
CREATE INDEX `audit_entry_client` ON `audit_entry` (`client_id`) WHERE "client_id" is not null;--> statement-breakpoint
CREATE TABLE `credential` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`user_id` text NOT NULL,
	`password_hash` text,
	`must_change` integer NOT NULL,
	`password_changed_at` text,
	`totp_secret` text,
	`totp_confirmed_at` text,
	`totp_last_step` integer,
	`recovery_codes` text NOT NULL,
	`failures` integer NOT NULL,
	`locked_until` text,
	`last_seen_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "credential_must_change" CHECK("credential"."must_change" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `credential_user` ON `credential` (`user_id`);--> statement-breakpoint
CREATE TABLE `erased_fingerprint` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`erasure_id` text NOT NULL,
	`kind` text NOT NULL,
	`fingerprint` text NOT NULL,
	FOREIGN KEY (`erasure_id`) REFERENCES `erasure`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "erased_fingerprint_kind" CHECK("erased_fingerprint"."kind" in ('email', 'phone', 'link', 'name', 'file'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `erased_fingerprint_fingerprint` ON `erased_fingerprint` (`fingerprint`);--> statement-breakpoint
CREATE INDEX `erased_fingerprint_erasure` ON `erased_fingerprint` (`erasure_id`);--> statement-breakpoint
CREATE TABLE `erasure` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`candidate_id` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`erased_at` text NOT NULL,
	`files` text NOT NULL,
	`counts` text NOT NULL,
	CONSTRAINT "erasure_kind" CHECK("erasure"."kind" in ('erase', 'anonymise'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `erasure_candidate` ON `erasure` (`candidate_id`);--> statement-breakpoint
CREATE TABLE `legal_hold` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`candidate_id` text NOT NULL,
	`reason` text NOT NULL,
	`placed_by` text NOT NULL,
	`released_at` text,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`placed_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `legal_hold_candidate` ON `legal_hold` (`candidate_id`);--> statement-breakpoint
CREATE TABLE `quarantine` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`candidate_id` text NOT NULL,
	`rule_id` text,
	`reason` text NOT NULL,
	`since` text NOT NULL,
	`until` text NOT NULL,
	`end` text NOT NULL,
	`released_at` text,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_id`) REFERENCES `retention_rule`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "quarantine_end" CHECK("quarantine"."end" in ('erase', 'anonymise'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `quarantine_candidate` ON `quarantine` (`candidate_id`) WHERE "released_at" is null;--> statement-breakpoint
CREATE INDEX `quarantine_until` ON `quarantine` (`until`);--> statement-breakpoint
CREATE TABLE `record_key` (
	`subject_id` text PRIMARY KEY NOT NULL,
	`key` blob NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `retention_rule` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`name` text NOT NULL,
	`about` text NOT NULL,
	`minimum_days` integer,
	`maximum_days` integer,
	`end` text NOT NULL,
	`enabled` integer NOT NULL,
	CONSTRAINT "retention_rule_end" CHECK("retention_rule"."end" in ('erase', 'anonymise')),
	CONSTRAINT "retention_rule_enabled" CHECK("retention_rule"."enabled" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE `role` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`base` text NOT NULL,
	`permissions` text NOT NULL,
	`client_id` text,
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "role_base" CHECK("role"."base" in ('admin', 'recruiter', 'client_user', 'interviewer', 'auditor', 'candidate'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `role_name` ON `role` ("name" collate nocase);--> statement-breakpoint
CREATE TABLE `search_log` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`user_id` text NOT NULL,
	`at` text NOT NULL,
	`text` text NOT NULL,
	`filters` text NOT NULL,
	`job_id` text,
	`total` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `search_log_at` ON `search_log` (`at`);--> statement-breakpoint
CREATE INDEX `search_log_user` ON `search_log` (`user_id`,`at`);--> statement-breakpoint
CREATE TABLE `share` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`candidate_id` text NOT NULL,
	`from_user_id` text NOT NULL,
	`to_user_id` text,
	`client_id` text,
	`permission` text NOT NULL,
	`expires_at` text,
	`revoked_at` text,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "share_permission" CHECK("share"."permission" in ('view', 'comment', 'edit')),
	CONSTRAINT "share_one_receiver" CHECK(("share"."to_user_id" is null) <> ("share"."client_id" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `share_candidate` ON `share` (`candidate_id`);--> statement-breakpoint
CREATE INDEX `share_user` ON `share` (`to_user_id`,`candidate_id`);--> statement-breakpoint
CREATE INDEX `share_client` ON `share` (`client_id`,`candidate_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_notification` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text,
	`subject_name` text NOT NULL,
	`count` integer NOT NULL,
	`read_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notification_kind" CHECK("__new_notification"."kind" in ('saved-search', 'import-finished', 'duplicates-found', 'new-matches', 'stage-changed', 'job-created', 'candidate-shared', 'retention-due', 'erased-person-returned', 'backup-failed'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_notification`("id", "version", "created_at", "created_by", "updated_at", "user_id", "kind", "subject_id", "subject_name", "count", "read_at") SELECT "id", "version", "created_at", "created_by", "updated_at", "user_id", "kind", "subject_id", "subject_name", "count", "read_at" FROM `notification`;--> statement-breakpoint
DROP TABLE `notification`;--> statement-breakpoint
ALTER TABLE `__new_notification` RENAME TO `notification`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `notification_user` ON `notification` (`user_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `__new_user` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`phone` text,
	`role` text NOT NULL,
	`role_id` text,
	`client_id` text,
	`status` text NOT NULL,
	FOREIGN KEY (`role_id`) REFERENCES `role`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "user_role" CHECK("__new_user"."role" in ('admin', 'recruiter', 'client_user', 'interviewer', 'auditor', 'candidate')),
	CONSTRAINT "user_status" CHECK("__new_user"."status" in ('active', 'deactivated'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_user`("id", "version", "created_at", "created_by", "updated_at", "name", "email", "phone", "role", "role_id", "client_id", "status") SELECT "id", "version", "created_at", "created_by", "updated_at", "name", "email", NULL, "role", NULL, NULL, "status" FROM `user`;--> statement-breakpoint
DROP TABLE `user`;--> statement-breakpoint
ALTER TABLE `__new_user` RENAME TO `user`;--> statement-breakpoint
CREATE UNIQUE INDEX `user_email` ON `user` (`email`);
--> statement-breakpoint
CREATE TRIGGER `audit_entry_unchanged` BEFORE UPDATE ON `audit_entry` BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END;--> statement-breakpoint
CREATE TRIGGER `audit_entry_kept` BEFORE DELETE ON `audit_entry` BEGIN SELECT RAISE(ABORT, 'audit entries are never deleted'); END;--> statement-breakpoint
CREATE TRIGGER `audit_entry_appended` BEFORE INSERT ON `audit_entry` WHEN NEW.`seq` IS NOT (SELECT coalesce(max(`seq`), 0) + 1 FROM `audit_entry`) BEGIN SELECT RAISE(ABORT, 'audit entries are only added at the end'); END;
