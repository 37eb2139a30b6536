CREATE TABLE `candidate_list` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `custom_field` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`entity` text NOT NULL,
	`label` text NOT NULL,
	`kind` text NOT NULL,
	`options` text NOT NULL,
	`position` integer NOT NULL,
	`archived_at` text,
	CONSTRAINT "custom_field_entity" CHECK("custom_field"."entity" in ('candidate', 'job', 'client')),
	CONSTRAINT "custom_field_kind" CHECK("custom_field"."kind" in ('text', 'number', 'date', 'choice', 'yes-no'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `custom_value` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`candidate_id` text NOT NULL,
	`field_id` text NOT NULL,
	`text` text,
	`number` real,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`field_id`) REFERENCES `custom_field`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `custom_value_pair` ON `custom_value` (`candidate_id`,`field_id`);--> statement-breakpoint
CREATE INDEX `custom_value_field` ON `custom_value` (`field_id`);--> statement-breakpoint
CREATE TABLE `list_member` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`candidate_id` text NOT NULL,
	`list_id` text NOT NULL,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`list_id`) REFERENCES `candidate_list`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `list_member_pair` ON `list_member` (`candidate_id`,`list_id`);--> statement-breakpoint
CREATE INDEX `list_member_list` ON `list_member` (`list_id`,`candidate_id`);--> statement-breakpoint
CREATE TABLE `merge` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`survivor_id` text NOT NULL,
	`merged_id` text NOT NULL,
	`commit_id` text NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`survivor_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "merge_state" CHECK("merge"."state" in ('merged', 'unmerged'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `merge_survivor` ON `merge` (`survivor_id`);--> statement-breakpoint
CREATE INDEX `merge_merged` ON `merge` (`merged_id`);--> statement-breakpoint
CREATE TABLE `notification` (
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
	CONSTRAINT "notification_kind" CHECK("notification"."kind" in ('saved-search', 'import-finished', 'duplicates-found'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `notification_user` ON `notification` (`user_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `saved_search` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL,
	`text` text NOT NULL,
	`filters` text NOT NULL,
	`sort` text,
	`columns` text,
	`notify` integer NOT NULL,
	`seen_at` text NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `saved_search_owner` ON `saved_search` (`owner_id`);--> statement-breakpoint
CREATE TABLE `search_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`owner_id` text NOT NULL,
	`text` text NOT NULL,
	`filters` text NOT NULL,
	`total` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `search_entry_owner` ON `search_entry` (`owner_id`,`updated_at`);--> statement-breakpoint
CREATE TABLE `table_import` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`format` text NOT NULL,
	`mapping` text NOT NULL,
	`state` text NOT NULL,
	`cursor` integer NOT NULL,
	`counts` text NOT NULL,
	`bulk_id` text NOT NULL,
	`started_at` text NOT NULL,
	`finished_at` text,
	`error` text,
	CONSTRAINT "table_import_format" CHECK("table_import"."format" in ('csv', 'xlsx', 'json-resume', 'vcard')),
	CONSTRAINT "table_import_state" CHECK("table_import"."state" in ('running', 'done', 'cancelled', 'failed'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `__new_duplicate_pair` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`candidate_id` text NOT NULL,
	`other_id` text NOT NULL,
	`reasons` text NOT NULL,
	`score` real NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "duplicate_pair_state" CHECK("__new_duplicate_pair"."state" in ('open', 'not-the-same', 'merged')),
	CONSTRAINT "duplicate_pair_two" CHECK("__new_duplicate_pair"."candidate_id" <> "__new_duplicate_pair"."other_id")
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_duplicate_pair`("id", "version", "created_at", "created_by", "updated_at", "candidate_id", "other_id", "reasons", "score", "state") SELECT "id", "version", "created_at", "created_by", "updated_at", "candidate_id", "other_id", "reasons", 0.5, "state" FROM `duplicate_pair`;--> statement-breakpoint
DROP TABLE `duplicate_pair`;--> statement-breakpoint
ALTER TABLE `__new_duplicate_pair` RENAME TO `duplicate_pair`;--> statement-breakpoint
CREATE UNIQUE INDEX `duplicate_pair_pair` ON `duplicate_pair` (`candidate_id`,`other_id`);--> statement-breakpoint
CREATE INDEX `duplicate_pair_other` ON `duplicate_pair` (`other_id`);--> statement-breakpoint
CREATE INDEX `duplicate_pair_state_score` ON `duplicate_pair` (`state`,`score`);--> statement-breakpoint
ALTER TABLE `candidate` ADD `merged_into_id` text REFERENCES candidate(id);--> statement-breakpoint
CREATE INDEX `candidate_merged_into` ON `candidate` (`merged_into_id`);