CREATE TABLE `interviewer` (
	`interview_id` text NOT NULL,
	`user_id` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`interview_id`) REFERENCES `interview`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `interviewer_pair` ON `interviewer` (`interview_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `interviewer_user` ON `interviewer` (`user_id`,`interview_id`);--> statement-breakpoint
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
	CONSTRAINT "notification_kind" CHECK("__new_notification"."kind" in ('saved-search', 'import-finished', 'duplicates-found', 'new-matches', 'stage-changed', 'job-created', 'interview-passed', 'hiring-started', 'candidate-shared', 'retention-due', 'erased-person-returned', 'backup-failed'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_notification`("id", "version", "created_at", "created_by", "updated_at", "user_id", "kind", "subject_id", "subject_name", "count", "read_at") SELECT "id", "version", "created_at", "created_by", "updated_at", "user_id", "kind", "subject_id", "subject_name", "count", "read_at" FROM `notification`;--> statement-breakpoint
DROP TABLE `notification`;--> statement-breakpoint
ALTER TABLE `__new_notification` RENAME TO `notification`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `notification_user` ON `notification` (`user_id`,`created_at`);--> statement-breakpoint
INSERT INTO `interviewer`("interview_id", "user_id", "position") SELECT i.`id`, u.`id`, min(asked.`key`) FROM `interview` i,
	json_each(CASE WHEN json_valid(i.`interviewer_ids`) THEN i.`interviewer_ids` ELSE '[]' END) asked JOIN `user` u ON u.`id` = asked.`value` GROUP BY i.`id`, u.`id`;--> statement-breakpoint
ALTER TABLE `interview` DROP COLUMN `interviewer_ids`;