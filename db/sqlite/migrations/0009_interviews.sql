CREATE TABLE `interview` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`application_id` text NOT NULL,
	`candidate_id` text NOT NULL,
	`job_id` text NOT NULL,
	`round` integer NOT NULL,
	`round_name` text NOT NULL,
	`mode` text NOT NULL,
	`duration_minutes` integer NOT NULL,
	`time_zone` text NOT NULL,
	`start` text,
	`end` text,
	`meeting_link` text NOT NULL,
	`location` text NOT NULL,
	`instructions` text NOT NULL,
	`interviewer_ids` text NOT NULL,
	`status` text NOT NULL,
	`status_note` text NOT NULL,
	`invite_sent_at` text,
	`invite_sent_by` text,
	`no_show_count` integer NOT NULL,
	`hiring_started_at` text,
	`feedback` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`job_id`) REFERENCES `job`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "interview_mode" CHECK("interview"."mode" in ('video', 'phone', 'onsite')),
	CONSTRAINT "interview_status" CHECK("interview"."status" in ('draft', 'awaiting_confirmation', 'confirmed', 'scheduled', 'completed', 'no_show', 'passed', 'failed', 'cancelled')),
	CONSTRAINT "interview_round" CHECK("interview"."round" > 0),
	CONSTRAINT "interview_duration" CHECK("interview"."duration_minutes" > 0),
	CONSTRAINT "interview_times" CHECK(("interview"."start" is null) = ("interview"."end" is null)),
	CONSTRAINT "interview_no_shows" CHECK("interview"."no_show_count" >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `interview_application` ON `interview` (`application_id`,`round`);--> statement-breakpoint
CREATE INDEX `interview_candidate` ON `interview` (`candidate_id`);--> statement-breakpoint
CREATE INDEX `interview_job` ON `interview` (`job_id`);--> statement-breakpoint
CREATE INDEX `interview_start` ON `interview` (`start`);