ALTER TABLE `candidate` ADD `notice_period` text;--> statement-breakpoint
ALTER TABLE `candidate` ADD `work_permission` text;