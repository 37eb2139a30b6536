CREATE TABLE `candidate` (
	`num` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`name` text NOT NULL,
	`headline` text,
	`location` text,
	`city` text,
	`region` text,
	`country` text,
	`summary` text,
	`total_years` real,
	`owner_id` text NOT NULL,
	`source` text NOT NULL,
	`consent_basis` text,
	`consent_given_at` text,
	`consent_expires_at` text,
	`do_not_contact` integer NOT NULL,
	`archived_at` text,
	`current_resume_id` text,
	`provenance` text NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`current_resume_id`) REFERENCES `resume`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "candidate_source" CHECK("candidate"."source" in ('folder', 'upload', 'gmail', 'drive', 'portal', 'manual', 'sample')),
	CONSTRAINT "candidate_total_years" CHECK("candidate"."total_years" >= 0),
	CONSTRAINT "candidate_country" CHECK(length("candidate"."country") = 2),
	CONSTRAINT "candidate_do_not_contact" CHECK("candidate"."do_not_contact" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `candidate_id_unique` ON `candidate` (`id`);--> statement-breakpoint
CREATE INDEX `candidate_owner` ON `candidate` (`owner_id`);--> statement-breakpoint
CREATE INDEX `candidate_current_resume` ON `candidate` (`current_resume_id`);--> statement-breakpoint
CREATE TABLE `candidate_document` (
	`num` integer PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`archived` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`total_years` real,
	`name_key` text,
	`headline_key` text,
	`company_key` text,
	`location_key` text,
	`company` text,
	`resume_id` text,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`companies` text NOT NULL,
	`skill` text NOT NULL,
	`school` text NOT NULL,
	`city` text NOT NULL,
	`tag` text NOT NULL,
	`note` text NOT NULL,
	`detail` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `candidate_document_name` ON `candidate_document` (`archived`,`name_key`);--> statement-breakpoint
CREATE INDEX `candidate_document_headline` ON `candidate_document` (`archived`,`headline_key`);--> statement-breakpoint
CREATE INDEX `candidate_document_company` ON `candidate_document` (`archived`,`company_key`);--> statement-breakpoint
CREATE INDEX `candidate_document_location` ON `candidate_document` (`archived`,`location_key`);--> statement-breakpoint
CREATE INDEX `candidate_document_years` ON `candidate_document` (`archived`,`total_years`);--> statement-breakpoint
CREATE INDEX `candidate_document_created` ON `candidate_document` (`archived`,`created_at`);--> statement-breakpoint
CREATE INDEX `candidate_document_updated` ON `candidate_document` (`archived`,`updated_at`);--> statement-breakpoint
CREATE TABLE `candidate_facet` (
	`term_id` integer NOT NULL,
	`num` integer NOT NULL,
	PRIMARY KEY(`term_id`, `num`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `candidate_facet_num` ON `candidate_facet` (`num`);--> statement-breakpoint
CREATE TABLE `candidate_language` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`candidate_id` text NOT NULL,
	`position` integer NOT NULL,
	`provenance` text NOT NULL,
	`name` text NOT NULL,
	`level` text,
	`level_text` text,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "candidate_language_level" CHECK("candidate_language"."level" in ('A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `candidate_language_candidate` ON `candidate_language` (`candidate_id`,`position`);--> statement-breakpoint
CREATE TABLE `candidate_skill` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`candidate_id` text NOT NULL,
	`position` integer NOT NULL,
	`provenance` text NOT NULL,
	`skill_id` text,
	`name` text NOT NULL,
	`key` text NOT NULL,
	`years` real,
	`declared` integer NOT NULL,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "candidate_skill_years" CHECK("candidate_skill"."years" >= 0),
	CONSTRAINT "candidate_skill_declared" CHECK("candidate_skill"."declared" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX `candidate_skill_candidate` ON `candidate_skill` (`candidate_id`,`position`);--> statement-breakpoint
CREATE TABLE `candidate_tag` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`candidate_id` text NOT NULL,
	`tag_id` text NOT NULL,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tag_id`) REFERENCES `tag`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `candidate_tag_pair` ON `candidate_tag` (`candidate_id`,`tag_id`);--> statement-breakpoint
CREATE INDEX `candidate_tag_tag` ON `candidate_tag` (`tag_id`,`candidate_id`);--> statement-breakpoint
CREATE TABLE `certification` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`candidate_id` text NOT NULL,
	`position` integer NOT NULL,
	`provenance` text NOT NULL,
	`name` text NOT NULL,
	`issuer` text,
	`date` text,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `certification_candidate` ON `certification` (`candidate_id`,`position`);--> statement-breakpoint
CREATE TABLE `change_log` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`commit_id` text NOT NULL,
	`entity` text NOT NULL,
	`op` text NOT NULL,
	`subject_id` text,
	`row_ids` text NOT NULL,
	`before` text,
	`after` text,
	FOREIGN KEY (`commit_id`) REFERENCES `commit_log`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "change_log_op" CHECK("change_log"."op" in ('insert', 'update', 'delete'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `change_log_commit` ON `change_log` (`commit_id`);--> statement-breakpoint
CREATE INDEX `change_log_subject` ON `change_log` (`subject_id`,`seq`);--> statement-breakpoint
CREATE TABLE `commit_log` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`action` text NOT NULL,
	`undoes` text,
	`undone_by` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `commit_log_actor` ON `commit_log` (`actor_id`,`id`);--> statement-breakpoint
CREATE TABLE `contact_point` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`candidate_id` text NOT NULL,
	`position` integer NOT NULL,
	`provenance` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`key` text NOT NULL,
	`link_kind` text,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contact_point_kind" CHECK("contact_point"."kind" in ('email', 'phone', 'link')),
	CONSTRAINT "contact_point_link_kind" CHECK("contact_point"."link_kind" in ('linkedin', 'github', 'xing', 'website', 'other'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `contact_point_candidate` ON `contact_point` (`candidate_id`,`position`);--> statement-breakpoint
CREATE INDEX `contact_point_key` ON `contact_point` (`key`,`kind`);--> statement-breakpoint
CREATE TABLE `database_identity` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `duplicate_pair` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`candidate_id` text NOT NULL,
	`other_id` text NOT NULL,
	`reasons` text NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "duplicate_pair_state" CHECK("duplicate_pair"."state" in ('open', 'not-the-same')),
	CONSTRAINT "duplicate_pair_two" CHECK("duplicate_pair"."candidate_id" <> "duplicate_pair"."other_id")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `duplicate_pair_pair` ON `duplicate_pair` (`candidate_id`,`other_id`);--> statement-breakpoint
CREATE INDEX `duplicate_pair_other` ON `duplicate_pair` (`other_id`);--> statement-breakpoint
CREATE TABLE `education` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`candidate_id` text NOT NULL,
	`position` integer NOT NULL,
	`provenance` text NOT NULL,
	`institution` text,
	`degree` text,
	`field` text,
	`start` text,
	`end` text,
	`grade` text,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `education_candidate` ON `education` (`candidate_id`,`position`);--> statement-breakpoint
CREATE TABLE `experience` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`candidate_id` text NOT NULL,
	`position` integer NOT NULL,
	`provenance` text NOT NULL,
	`company` text,
	`title` text,
	`location` text,
	`start` text,
	`end` text,
	`months` integer,
	`description` text NOT NULL,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "experience_months" CHECK("experience"."months" >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `experience_candidate` ON `experience` (`candidate_id`,`position`);--> statement-breakpoint
CREATE TABLE `facet_term` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`candidates` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `facet_term_key` ON `facet_term` (`kind`,`key`);--> statement-breakpoint
CREATE TABLE `import_item` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`task_id` text NOT NULL,
	`parent_id` text,
	`path` text NOT NULL,
	`display_path` text NOT NULL,
	`file_name` text NOT NULL,
	`bytes` integer NOT NULL,
	`modified_ms` real,
	`sha256` text,
	`state` text NOT NULL,
	`outcome` text,
	`failure_code` text,
	`failure_message` text,
	`missing` text NOT NULL,
	`candidate_id` text,
	`candidate_name` text,
	`resume_id` text,
	`attempts` integer NOT NULL,
	`finished_at` text,
	FOREIGN KEY (`task_id`) REFERENCES `task`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "import_item_state_value" CHECK("import_item"."state" in ('waiting', 'working', 'done', 'expanded', 'cancelled')),
	CONSTRAINT "import_item_outcome_value" CHECK("import_item"."outcome" in ('loaded', 'updated', 'missing_information', 'possible_duplicate', 'already_here', 'failed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_item_state` ON `import_item` (`task_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `import_item_outcome` ON `import_item` (`task_id`,`outcome`,`id`);--> statement-breakpoint
CREATE INDEX `import_item_candidate` ON `import_item` (`task_id`,`candidate_id`);--> statement-breakpoint
CREATE TABLE `note` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`candidate_id` text NOT NULL,
	`body` text NOT NULL,
	`author_id` text NOT NULL,
	`author_name` text NOT NULL,
	`visibility` text NOT NULL,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "note_visibility" CHECK("note"."visibility" in ('private', 'team', 'client'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `note_candidate` ON `note` (`candidate_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `resume` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`candidate_id` text NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`stored_at` text NOT NULL,
	`ocr_confidence` real,
	`parser_name` text NOT NULL,
	`parser_version` text NOT NULL,
	`notices` text NOT NULL,
	`origin` text NOT NULL,
	`pages` text NOT NULL,
	`text` text NOT NULL,
	`lines` text NOT NULL,
	`parsed` text NOT NULL,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "resume_bytes" CHECK("resume"."bytes" >= 0),
	CONSTRAINT "resume_sha256_length" CHECK(length("resume"."sha256") = 64)
) STRICT;
--> statement-breakpoint
CREATE INDEX `resume_candidate` ON `resume` (`candidate_id`,`stored_at`);--> statement-breakpoint
CREATE INDEX `resume_sha256` ON `resume` (`sha256`);--> statement-breakpoint
CREATE INDEX `resume_origin_path` ON `resume` (("origin" ->> '$.path'));--> statement-breakpoint
CREATE TABLE `tag` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`name` text NOT NULL,
	`colour` text NOT NULL,
	CONSTRAINT "tag_colour" CHECK("tag"."colour" in ('grey', 'blue', 'green', 'amber', 'red', 'violet'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `tag_name` ON `tag` ("name" collate nocase);--> statement-breakpoint
CREATE TABLE `task` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`label` text NOT NULL,
	`origin` text NOT NULL,
	`paths` text NOT NULL,
	`watched_folder_id` text,
	`scanned` integer NOT NULL,
	`recovery` text NOT NULL,
	`started_at` text NOT NULL,
	`finished_at` text,
	`error` text,
	CONSTRAINT "task_kind" CHECK("task"."kind" in ('import')),
	CONSTRAINT "task_state_value" CHECK("task"."state" in ('running', 'paused', 'done', 'cancelled', 'failed')),
	CONSTRAINT "task_origin" CHECK("task"."origin" in ('folder', 'upload', 'watched', 'sample', 'command-line'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `task_state` ON `task` (`state`);--> statement-breakpoint
CREATE INDEX `task_watched_folder` ON `task` (`watched_folder_id`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`role` text NOT NULL,
	`status` text NOT NULL,
	CONSTRAINT "user_role" CHECK("user"."role" in ('admin', 'recruiter', 'client_user', 'candidate')),
	CONSTRAINT "user_status" CHECK("user"."status" in ('active', 'deactivated'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `watched_folder` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`path` text NOT NULL,
	`state` text NOT NULL,
	`polling` integer NOT NULL,
	`error` text,
	`last_run_at` text,
	`files_seen` integer NOT NULL,
	CONSTRAINT "watched_folder_state" CHECK("watched_folder"."state" in ('active', 'paused', 'error'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `workspace` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`name` text NOT NULL,
	`settings` text NOT NULL
) STRICT;
