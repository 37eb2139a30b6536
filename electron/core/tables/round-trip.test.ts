import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync, strFromU8 } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOSTILE_TEXTS } from '@/db/store-tests/hostile-texts';
import type { Core } from '@/electron/core/core';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import type { CandidateDetail } from '@/shared/domain/candidates/views';
import { EXPORT_COLUMNS } from '@/shared/domain/tables/export-columns';
import type { TableFormat } from '@/shared/domain/tables/records';

describe('out and in again', () => {
  let here: TestPlace;
  let there: TestPlace;
  let from: Core;
  let to: Core;
  beforeEach(async () => {
    here = testPlace();
    there = testPlace();
    from = await openDesk(here);
    to = await openDesk(there);
  });
  afterEach(async () => {
    await from.close();
    await to.close();
    here.remove();
    there.remove();
  });
  const everybody = {
    kind: 'search' as const,
    request: { text: '', filters: {}, synonyms: true, spelling: true },
    total: 0,
  };
  const people = async (core: Core): Promise<readonly CandidateDetail[]> => {
    const { rows } = await core.client().candidates.search({
      sort: { by: 'name', direction: 'asc' },
      limit: 200,
    });
    return Promise.all(rows.map(({ id }) => core.client().candidates.get({ id })));
  };
  const bring = async (core: Core, file: string) => {
    const api = core.client();
    const draft = await api.tables.open({ handle: core.grantHandle([file]) });
    const targets = draft.columns.map(({ target }) => target);
    const { id } = await api.tables.start({ id: draft.id, targets });
    await core.session().tables.ended();
    return api.tables.get({ id });
  };
  const out = async (format: TableFormat, columns: readonly string[] = EXPORT_COLUMNS) => {
    const file = path.join(here.dir, `out.${format}`);
    const handle = from.grantHandle([file]);
    const done = await from
      .client()
      .tables.export({ selection: everybody, format, columns: [...columns], handle });
    return { file, done };
  };
  const flat = (detail: CandidateDetail) => {
    const { candidate } = detail;
    const { name, headline, location, summary, totalYears, noticePeriod, workPermission } =
      candidate;
    return {
      own: { name, headline, location, summary, totalYears, noticePeriod, workPermission },
      contacts: detail.contactPoints.map(({ kind, value }) => `${kind} ${value}`),
      job: detail.experience.map(({ company, title }) => `${title} at ${company}`)[0],
      skills: detail.skills.map(({ name: skill }) => skill),
      languages: detail.languages.map((one) => `${one.name} ${one.level}`),
      tags: detail.tags.map(({ name: tag }) => tag),
      notes: detail.notes.map(({ body }) => body).sort(),
      consent: candidate.consentGivenAt,
    };
  };
  const fill = async (): Promise<void> => {
    const csv = [
      'Name;Email;Phone;LinkedIn;Headline;Company;Title;City;Summary;Years;Skills;Languages;Tags;Notes;Lists;Notice period;Consent',
      `Anna Ek;a@example.org, a2@example.org;+46 70 111 22 33;https://linkedin.com/in/anna-ek;"=Chief; ""of"" all";Acme, Inc.;CTO;Hamburg, Germany;"Two\nlines, and -more";7,5;"C, C++;";English (C1);hot;First note;Shortlist A;3 months;2026-01-31`,
      'Zoë Ångström;;+49 30 1234567;;;;;;;;Welding;;;;;;',
    ].join('\n');
    await bring(from, here.file('in.csv', csv));
  };

  it.each(['csv', 'xlsx', 'json-resume'] as const)(
    'gives the same people as %s',
    async (format) => {
      await fill();
      const { file, done } = await out(format);
      expect(done).toEqual({ candidates: 2, cut: 0 });
      expect(await bring(to, file)).toMatchObject({ counts: { created: 2 }, leftOut: 0 });
      const before = (await people(from)).map(flat);
      expect(before[0]).toMatchObject({
        own: { headline: '=Chief; "of" all', summary: 'Two\nlines, and -more', totalYears: 7.5 },
        job: 'CTO at Acme, Inc.',
        skills: ['C, C++'],
        languages: ['English C1'],
        consent: '2026-01-31T00:00:00.000Z',
      });
      expect((await people(to)).map(flat)).toEqual(before);
      expect((await to.client().lists.all()).map(({ name }) => name)).toEqual(['Shortlist A']);
    },
  );

  it('gives the same people as vCard, but for what a vCard has no place for', async () => {
    await fill();
    const { file } = await out('vcard');
    expect(await bring(to, file)).toMatchObject({ counts: { created: 2 } });
    const kept = (detail: CandidateDetail) => {
      const { own, contacts, job, tags, notes } = flat(detail);
      const { name, headline, location, summary } = own;
      return { name, headline, location, summary, contacts, job, tags, notes };
    };
    expect((await people(to)).map(kept)).toEqual((await people(from)).map(kept));
  });

  it('keeps every job and school of a CV in a JSON Resume', async () => {
    await importAll(from, [
      here.file('Anna.txt', cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' })),
    ]);
    const { file } = await out('json-resume');
    await bring(to, file);
    const [[before], [after]] = [await people(from), await people(to)];
    const jobs = (detail: CandidateDetail | undefined) =>
      detail?.experience.map(({ company, title, start, end, months, description }) => ({
        company,
        title,
        start,
        end,
        months,
        description,
      }));
    expect(jobs(after)).toEqual(jobs(before));
    expect(jobs(after)).toMatchObject([{ start: '2019-01', end: '2023-03' }]);
  });

  it('brings hostile texts through CSV, XLSX and JSON Resume to the letter', async () => {
    const texts = HOSTILE_TEXTS.map(([, text]) => text).filter(
      (text) => text.trim() !== '' && text.length < 20_000,
    );
    const names = texts.map((_, at) => `P${String(at).padStart(2, '0')}`);
    await bring(from, here.file('in.csv', `name\n${names.join('\n')}\n`));
    for (const [at, { candidate }] of (await people(from)).entries()) {
      const { id, version } = candidate;
      await from.client().candidates.edit({ id, version, patch: { summary: texts[at] ?? '' } });
    }
    for (const format of ['csv', 'xlsx', 'json-resume'] as const) {
      const { file } = await out(format, ['name', 'summary']);
      await bring(to, file);
      expect((await people(to)).map(({ candidate }) => candidate.summary)).toEqual(
        texts.map((text) => text.trim()),
      );
      await to.client().history.undo({});
    }
  });

  it('writes no cell that a spreadsheet would run', async () => {
    const cells = ['=1+1', '+1', '-1', '@SUM(A1)', "'=1", '\t=1', '＝1'];
    const rows = cells.map((cell, at) => `P${at},"${cell}"`);
    await bring(from, here.file('in.csv', `name,headline\n${rows.join('\n')}\n`));
    const csv = readFileSync((await out('csv', ['name', 'headline'])).file, 'utf8');
    for (const line of csv.split(/\r?\n/).slice(1)) expect(line).not.toMatch(/,"?[=+\-@\t＝]/);
    const zip = unzipSync(readFileSync((await out('xlsx', ['name', 'headline'])).file));
    const sheet = strFromU8(zip['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).not.toContain('<f>');
    expect(sheet.match(/t="inlineStr"/g)).toHaveLength(2 + 2 * cells.length);
  });
});
