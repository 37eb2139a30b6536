CREATE TABLE `application` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`candidate_id` text NOT NULL,
	`job_id` text NOT NULL,
	`stage` text NOT NULL,
	`column_id` text,
	`stage_since` text NOT NULL,
	`source` text NOT NULL,
	`applied_at` text NOT NULL,
	`match_id` text,
	`rejected_reason` text,
	`withdrawn_reason` text,
	`reason_note` text,
	`override_reason` text,
	`submitted_at` text,
	`shortlist_position` integer,
	`write_up` text NOT NULL,
	`salary_offered` integer,
	`salary_currency` text,
	`selected_at` text,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`job_id`) REFERENCES `job`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "application_stage_known" CHECK("application"."stage" in ('new', 'in_review', 'shortlisted', 'in_progress', 'selected', 'rejected', 'withdrawn')),
	CONSTRAINT "application_source" CHECK("application"."source" in ('folder', 'upload', 'gmail', 'drive', 'portal', 'manual', 'sample')),
	CONSTRAINT "application_rejected_reason" CHECK("application"."rejected_reason" in ('skills', 'experience', 'salary', 'location', 'work_permission', 'other_candidate', 'position_closed', 'no_answer', 'off_limits', 'other')),
	CONSTRAINT "application_withdrawn_reason" CHECK("application"."withdrawn_reason" in ('other_offer', 'stays', 'salary', 'location', 'role', 'process_too_long', 'personal', 'no_answer', 'other'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `application_pair` ON `application` (`candidate_id`,`job_id`);--> statement-breakpoint
CREATE INDEX `application_job` ON `application` (`job_id`,`stage`);--> statement-breakpoint
CREATE INDEX `application_stage` ON `application` (`stage`,`stage_since`);--> statement-breakpoint
CREATE TABLE `application_tag` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`application_id` text NOT NULL,
	`candidate_id` text NOT NULL,
	`tag_id` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tag_id`) REFERENCES `tag`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `application_tag_pair` ON `application_tag` (`application_id`,`tag_id`);--> statement-breakpoint
CREATE INDEX `application_tag_tag` ON `application_tag` (`tag_id`);--> statement-breakpoint
CREATE INDEX `application_tag_candidate` ON `application_tag` (`candidate_id`);--> statement-breakpoint
CREATE TABLE `candidate_match_facts` (
	`num` integer PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`packed` blob
) STRICT;
--> statement-breakpoint
CREATE INDEX `candidate_match_facts_seq` ON `candidate_match_facts` (`seq`);--> statement-breakpoint
CREATE TABLE `client` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`company_name` text NOT NULL,
	`status` text NOT NULL,
	`industry` text,
	`website` text,
	`phone` text,
	`address` text,
	`city` text,
	`state` text,
	`country` text,
	`postal_code` text,
	`notes` text NOT NULL,
	`off_limits` integer NOT NULL,
	`off_limits_reason` text,
	`custom` text NOT NULL,
	CONSTRAINT "client_status" CHECK("client"."status" in ('active', 'inactive')),
	CONSTRAINT "client_off_limits" CHECK("client"."off_limits" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX `client_name` ON `client` ("company_name" collate nocase);--> statement-breakpoint
CREATE TABLE `contact` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`client_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`phone` text,
	`title` text,
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `contact_client` ON `contact` (`client_id`);--> statement-breakpoint
CREATE TABLE `job` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`client_id` text NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`department` text,
	`location` text,
	`city` text,
	`region` text,
	`country` text,
	`remote` text,
	`employment_type` text,
	`experience_min` real,
	`experience_max` real,
	`salary_min` integer,
	`salary_max` integer,
	`salary_currency` text,
	`salary_period` text,
	`education_min` text,
	`status` text NOT NULL,
	`priority` text NOT NULL,
	`openings` integer NOT NULL,
	`closes_on` text,
	`opened_at` text,
	`ended_at` text,
	`board` text,
	`weights` text,
	`match_threshold` integer,
	`custom` text NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "job_remote" CHECK("job"."remote" in ('onsite', 'hybrid', 'remote')),
	CONSTRAINT "job_employment_type" CHECK("job"."employment_type" in ('full_time', 'part_time', 'contract', 'internship')),
	CONSTRAINT "job_salary_period" CHECK("job"."salary_period" in ('year', 'month', 'day', 'hour')),
	CONSTRAINT "job_education_min" CHECK("job"."education_min" in ('school', 'certificate', 'vocational', 'associate', 'bachelor', 'master', 'doctorate')),
	CONSTRAINT "job_status_known" CHECK("job"."status" in ('draft', 'open', 'on_hold', 'filled', 'closed')),
	CONSTRAINT "job_priority" CHECK("job"."priority" in ('low', 'medium', 'high', 'urgent')),
	CONSTRAINT "job_openings" CHECK("job"."openings" >= 1),
	CONSTRAINT "job_country" CHECK(length("job"."country") = 2)
) STRICT;
--> statement-breakpoint
CREATE INDEX `job_client` ON `job` (`client_id`);--> statement-breakpoint
CREATE INDEX `job_status` ON `job` (`status`);--> statement-breakpoint
CREATE TABLE `job_member` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`job_id` text NOT NULL,
	`role` text NOT NULL,
	`user_id` text,
	`contact_id` text,
	FOREIGN KEY (`job_id`) REFERENCES `job`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contact`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "job_member_role" CHECK("job_member"."role" in ('hiring_manager', 'recruiter')),
	CONSTRAINT "job_member_one" CHECK(("job_member"."user_id" is null) <> ("job_member"."contact_id" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `job_member_user` ON `job_member` (`job_id`,`role`,`user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `job_member_contact` ON `job_member` (`job_id`,`role`,`contact_id`);--> statement-breakpoint
CREATE INDEX `job_member_of` ON `job_member` (`user_id`,`job_id`);--> statement-breakpoint
CREATE TABLE `job_skill` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`job_id` text NOT NULL,
	`need` text NOT NULL,
	`skill_id` text,
	`name` text NOT NULL,
	`weight` integer NOT NULL,
	`min_years` real,
	`position` integer NOT NULL,
	FOREIGN KEY (`job_id`) REFERENCES `job`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "job_skill_need" CHECK("job_skill"."need" in ('required', 'nice')),
	CONSTRAINT "job_skill_weight" CHECK("job_skill"."weight" between 1 and 5)
) STRICT;
--> statement-breakpoint
CREATE INDEX `job_skill_job` ON `job_skill` (`job_id`,`position`);--> statement-breakpoint
CREATE INDEX `job_skill_skill` ON `job_skill` (`skill_id`);--> statement-breakpoint
CREATE TABLE `job_template` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`name` text NOT NULL,
	`draft` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `match` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`candidate_id` text NOT NULL,
	`job_id` text NOT NULL,
	`score` real NOT NULL,
	`explanation` text,
	`receipt` text NOT NULL,
	`viewed_at` text,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`job_id`) REFERENCES `job`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `match_pair` ON `match` (`candidate_id`,`job_id`);--> statement-breakpoint
CREATE INDEX `match_job` ON `match` (`job_id`,`viewed_at`);--> statement-breakpoint
CREATE TABLE `match_run` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`job_id` text NOT NULL,
	`receipt` text NOT NULL,
	`compared` integer NOT NULL,
	`ranking` text NOT NULL,
	FOREIGN KEY (`job_id`) REFERENCES `job`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `match_run_job` ON `match_run` (`job_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `saved_view` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`owner_id` text NOT NULL,
	`subject` text NOT NULL,
	`name` text NOT NULL,
	`view` text NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "saved_view_subject" CHECK("saved_view"."subject" in ('jobs', 'clients', 'pipeline', 'reports'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `saved_view_owner` ON `saved_view` (`owner_id`,`subject`);--> statement-breakpoint
CREATE TABLE `stage_event` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`application_id` text NOT NULL,
	`candidate_id` text NOT NULL,
	`job_id` text NOT NULL,
	`from_stage` text,
	`to_stage` text NOT NULL,
	`at` text NOT NULL,
	`by_name` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`job_id`) REFERENCES `job`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stage_event_from" CHECK("stage_event"."from_stage" in ('new', 'in_review', 'shortlisted', 'in_progress', 'selected', 'rejected', 'withdrawn')),
	CONSTRAINT "stage_event_to" CHECK("stage_event"."to_stage" in ('new', 'in_review', 'shortlisted', 'in_progress', 'selected', 'rejected', 'withdrawn'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `stage_event_application` ON `stage_event` (`application_id`,`at`);--> statement-breakpoint
CREATE INDEX `stage_event_candidate` ON `stage_event` (`candidate_id`);--> statement-breakpoint
CREATE INDEX `stage_event_job` ON `stage_event` (`job_id`,`at`);--> statement-breakpoint
CREATE INDEX `stage_event_at` ON `stage_event` (`at`);--> statement-breakpoint
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
	CONSTRAINT "notification_kind" CHECK("__new_notification"."kind" in ('saved-search', 'import-finished', 'duplicates-found', 'new-matches', 'stage-changed', 'job-created'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_notification`("id", "version", "created_at", "created_by", "updated_at", "user_id", "kind", "subject_id", "subject_name", "count", "read_at") SELECT "id", "version", "created_at", "created_by", "updated_at", "user_id", "kind", "subject_id", "subject_name", "count", "read_at" FROM `notification`;--> statement-breakpoint
DROP TABLE `notification`;--> statement-breakpoint
ALTER TABLE `__new_notification` RENAME TO `notification`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `notification_user` ON `notification` (`user_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `note` ADD `application_id` text REFERENCES application(id);--> statement-breakpoint
CREATE INDEX `note_application` ON `note` (`application_id`);