-- Who has values that were read with low certainty is a facet from now on, kept by index-candidate.ts: candidates that are here already get
-- theirs. A person's mark has no certainty of its own, so what was confirmed or corrected compares as NULL and does not count.
INSERT INTO `facet_term` (`kind`, `key`, `name`, `candidates`) VALUES ('review', 'low', '', 0);
--> statement-breakpoint
INSERT INTO `candidate_facet` (`term_id`, `num`)
SELECT (SELECT `id` FROM `facet_term` WHERE `kind` = 'review'), c.`num` FROM `candidate` c
WHERE EXISTS (SELECT 1 FROM json_each(c.`provenance`) p WHERE (p.`value` ->> '$.confidence') < 0.6)
	OR EXISTS (SELECT 1 FROM `contact_point` p WHERE p.`candidate_id` = c.`id` AND (p.`provenance` ->> '$.confidence') < 0.6)
	OR EXISTS (SELECT 1 FROM `experience` p WHERE p.`candidate_id` = c.`id` AND (p.`provenance` ->> '$.confidence') < 0.6)
	OR EXISTS (SELECT 1 FROM `education` p WHERE p.`candidate_id` = c.`id` AND (p.`provenance` ->> '$.confidence') < 0.6)
	OR EXISTS (SELECT 1 FROM `candidate_skill` p WHERE p.`candidate_id` = c.`id` AND (p.`provenance` ->> '$.confidence') < 0.6)
	OR EXISTS (SELECT 1 FROM `certification` p WHERE p.`candidate_id` = c.`id` AND (p.`provenance` ->> '$.confidence') < 0.6)
	OR EXISTS (SELECT 1 FROM `candidate_language` p WHERE p.`candidate_id` = c.`id` AND (p.`provenance` ->> '$.confidence') < 0.6);
--> statement-breakpoint
UPDATE `facet_term` SET `candidates` = (
	SELECT count(*) FROM `candidate_facet` f JOIN `candidate_document` d ON d.`num` = f.`num` WHERE f.`term_id` = `facet_term`.`id` AND d.`archived` = 0
) WHERE `kind` = 'review';
--> statement-breakpoint
DELETE FROM `facet_term` WHERE `kind` = 'review' AND NOT EXISTS (SELECT 1 FROM `candidate_facet` f WHERE f.`term_id` = `facet_term`.`id`);
