import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '@/electron/core/core';
import { makeDocx, paragraph } from '@/electron/workers/parse/testing/make-documents';
import { openDesk, type TestPlace, testPlace } from '@/electron/core/test-support/test-core';

const TEXT = `Line cook
Location: Leeds
Requirements
- 2 years of experience in a busy kitchen
- Food safety certificate
Pay: £13 - £15 per hour`;

describe('a job from its description', () => {
  let place: TestPlace;
  let core: Core;
  beforeEach(async () => {
    place = testPlace();
    core = await openDesk(place);
  });
  afterEach(async () => {
    await core.close();
    place.remove();
  });
  const api = () => core.client().jobProposals;
  const wanted = {
    title: 'Line cook',
    location: 'Leeds',
    experienceMin: 2,
    salaryMin: 1300,
    salaryMax: 1500,
    salaryCurrency: 'GBP',
    salaryPeriod: 'hour',
  };

  it('is proposed from pasted text, with the words it was read from, and nothing is saved', async () => {
    const before = core.session().database.db.pragma('data_version');
    const { draft, reading, text } = await api().fromText({ text: TEXT });
    expect(draft).toMatchObject(wanted);
    expect(text.slice(reading.location?.span.start, reading.location?.span.end)).toBe('Leeds');
    expect(core.session().database.db.prepare('SELECT count(*) FROM job').pluck().get()).toBe(0);
    expect(core.session().database.db.pragma('data_version')).toEqual(before);
  });

  it('is proposed from a DOCX as from its text', async () => {
    const docx = makeDocx(
      TEXT.split('\n')
        .map((line) => paragraph(line))
        .join(''),
    );
    const handle = core.grantHandle([place.file('cook.docx', docx)]);
    expect((await api().fromFile({ handle })).draft).toMatchObject(wanted);
  });

  it('says why a file gives none, and spends its handle', async () => {
    const handle = core.grantHandle([place.file('cook.pdf', '%PDF-1.7 and then nothing')]);
    await expect(api().fromFile({ handle })).rejects.toMatchObject({ code: 'INVALID' });
    await expect(api().fromFile({ handle })).rejects.toMatchObject({ code: 'HANDLE_EXPIRED' });
  });

  it('leaves the title to a person where the text has none', async () => {
    expect((await api().fromText({ text: '' })).draft).toMatchObject({ title: '', skills: [] });
  });
});
