import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Truth, truthSchema } from '@/eval/truth';
import type { ParseLine } from '@/shared/domain/parsing/parse-line';
import { FIELDS, scoreDocument } from './score-document';

const elsewhere = process.env['LONGLIST_EVAL_SETS'] ?? path.resolve('..', 'shared', 'eval');
const script = path.join(elsewhere, 'score.mjs');

const scorerSchema = z.object({
  scoreDoc: z.function({
    input: [z.unknown(), z.unknown()],
    output: z.object({ R: z.record(z.string(), z.array(z.number())) }),
  }),
});

/** Figures are compared with others' by the scorer that lies beside the project: ours must count as that one does. */
describe.skipIf(!existsSync(script))('our scorer and the one beside the project', () => {
  it('count the same on results that are wrong in many ways', async () => {
    const { scoreDoc } = scorerSchema.parse(await import(pathToFileURL(script).href));
    let compared = 0;
    for (const raw of rawTruths()) {
      const truth = truthSchema.parse(raw);
      for (let round = 0; round < 4; round++) {
        const line = damaged(truth, round);
        const theirs = scoreDoc(raw, line).R;
        const ours = scoreDocument(truth, line).fields;
        for (const field of FIELDS) {
          const score = ours.get(field);
          const counts = score === undefined ? [0, 0, 0] : [score.right, score.read, score.true];
          expect([truth.file, round, field, counts]).toEqual([
            truth.file,
            round,
            field,
            theirs[field] ?? [0, 0, 0],
          ]);
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(0);
  });
});

const rawTruths = (): readonly unknown[] =>
  readdirSync(elsewhere)
    .map((name) => path.join(elsewhere, name, 'truth.jsonl'))
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
    .map((text) => JSON.parse(text));

/** The truth as a parser might have read it, damaged in a way that depends on the round. */
function damaged(truth: Truth, round: number): ParseLine {
  const hurt = (text: string | null, index: number): string | null => {
    if (text === null) return null;
    const ways = [
      text,
      text.toUpperCase(),
      text.replace(/\s+\S+$/, ''),
      `${text}, Berlin`,
      text.slice(1),
      text.split(/\s+/).reverse().join(' '),
      `${text} Ltd`,
      '',
    ];
    return ways[(round + index) % ways.length] ?? text;
  };
  const date = (text: string | null, index: number): string | null =>
    (round + index) % 3 === 0 ? (text?.slice(0, 4) ?? null) : text;
  const titles = truth.titles ?? truth.experience?.map((job) => job.title) ?? [];
  const companies = truth.companies ?? truth.experience?.map((job) => job.company) ?? [];
  const schools = truth.institutions ?? truth.education?.map((study) => study.institution) ?? [];
  const degrees = truth.degrees ?? truth.education?.map((study) => study.degree) ?? [];
  return {
    file: truth.file,
    name: hurt(truth.name[0] ?? 'Nobody At All', 0),
    email: hurt(truth.email[0] ?? null, 1),
    phone: hurt(truth.phone[0] ?? null, 2),
    location: hurt((truth.location_alt ?? truth.location)[0] ?? null, 3),
    links: truth.links.map((link, index) => hurt(link, index) ?? ''),
    headline: null,
    summary: null,
    skills: [...truth.skills, ...truth.skills_optional].map(
      (skill, index) => hurt(skill, index) ?? '',
    ),
    mentionedSkills: [],
    experience: [...titles, null].map((title, index) => ({
      title: hurt(title, index),
      company: hurt(companies[index] ?? null, index + 1),
      start: date(truth.experience?.[index]?.start ?? null, index),
      end: date(truth.experience?.[index]?.end ?? null, index + 1),
      location: null,
      description: '',
    })),
    education: [...degrees, null].map((degree, index) => ({
      degree: hurt(degree, index),
      institution: hurt(schools[index] ?? null, index + 2),
      field: index % 2 === 0 ? 'Physics' : null,
      start: date(truth.education?.[index]?.start ?? null, index),
      end: date(truth.education?.[index]?.end ?? null, index + 1),
    })),
    languages: [],
    certifications: [],
    noticePeriod: null,
    workPermission: null,
    confidence: {},
  };
}
