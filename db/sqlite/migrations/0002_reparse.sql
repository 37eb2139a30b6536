CREATE TABLE `reparse` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`parser_version` text NOT NULL,
	`state` text NOT NULL,
	`cursor` text,
	`total` integer NOT NULL,
	`looked` integer NOT NULL,
	`failed` integer NOT NULL,
	`summary` text NOT NULL,
	`bulk_id` text,
	`started_at` text NOT NULL,
	`finished_at` text,
	`error` text,
	CONSTRAINT "reparse_state" CHECK("reparse"."state" in ('reading', 'ready', 'applying'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `reparse_item` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`reparse_id` text NOT NULL,
	`candidate_id` text NOT NULL,
	`candidate_name` text NOT NULL,
	`state` text NOT NULL,
	`commit_id` text,
	`differences` text NOT NULL,
	`readings` text NOT NULL,
	FOREIGN KEY (`reparse_id`) REFERENCES `reparse`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reparse_item_state_value" CHECK("reparse_item"."state" in ('same', 'open', 'left'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `reparse_item_state` ON `reparse_item` (`reparse_id`,`state`,`commit_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `reparse_item_candidate` ON `reparse_item` (`reparse_id`,`candidate_id`);--> statement-breakpoint
ALTER TABLE `commit_log` ADD `part_of` text;--> statement-breakpoint
CREATE INDEX `commit_log_part` ON `commit_log` (`part_of`);--> statement-breakpoint
CREATE INDEX `resume_parser` ON `resume` (`parser_version`,`candidate_id`);