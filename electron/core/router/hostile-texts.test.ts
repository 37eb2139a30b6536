import { afterAll, beforeAll, expect, it } from 'vitest';
import { HOSTILE_TEXTS } from '@/db/store-tests/hostile-texts';
import type { Core } from '@/electron/core/core';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { NO_FILTERS } from '@/shared/domain/candidates/views';
import { EMPTY_DRAFT } from '@/shared/domain/jobs/draft';
import { isAppError } from '@/shared/kit/app-error';
import { squeeze } from '@/shared/kit/text';

// Every text that a person can put in, at the door through which the window puts it: the same text out, or refused in words because it is
// too long or nothing at all. What would break here: a statement made of a text, a text cut at a NUL, a key of an object called __proto__.

let place: TestPlace;
let core: Core;
let candidateId: string;
let clientId: string;
let textField: string;
beforeAll(async () => {
  place = testPlace();
  core = await openDesk(place);
  await importAll(core, [
    place.file('anna.txt', cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' })),
  ]);
  candidateId = (await api().candidates.search({})).rows[0]?.id ?? '';
  ({ id: clientId } = await api().clients.create({ companyName: 'Northwind' }));
  ({ id: textField } = await api().customFields.create({ label: 'Anything', kind: 'text' }));
});
afterAll(async () => {
  await core.close();
  place.remove();
});
const api = () => core.client();
const candidate = () => api().candidates.get({ id: candidateId });
const edited = async (patch: { name?: string; headline?: string; summary?: string }) => {
  const { version } = (await candidate()).candidate;
  await api().candidates.edit({ id: candidateId, version, patch });
  return (await candidate()).candidate;
};
const found = <T>(list: readonly T[], which: (one: T) => boolean): T => {
  const one = list.find(which);
  if (one === undefined) throw new Error('What was put in is not there');
  return one;
};

/** A door: the longest text it takes, and what comes out of it for one that is put in. */
type Door = readonly [number, (text: string) => Promise<unknown>];

const DOORS: Readonly<Record<string, Door>> = {
  'the name of a candidate': [300, async (name) => (await edited({ name })).name],
  'a headline': [500, async (headline) => (await edited({ headline })).headline],
  'a summary': [20_000, async (summary) => (await edited({ summary })).summary],
  'a note': [
    20_000,
    async (body) => {
      await api().candidates.addNote({ candidateId, body });
      return (await candidate()).notes.map((note) => note.body).find((one) => one === body.trim());
    },
  ],
  'a tag': [
    60,
    async (name) => {
      const before = new Set((await api().candidates.tags()).map(({ id }) => id));
      await api().candidates.addTag({ candidateIds: [candidateId], name });
      return found(await api().candidates.tags(), ({ id }) => !before.has(id)).name;
    },
  ],
  'a list': [
    200,
    async (name) => {
      const { id } = await api().lists.create({ name, description: name });
      const list = found(await api().lists.all(), (one) => one.id === id);
      expect(list.description).toBe(name.trim());
      return list.name;
    },
  ],
  'the label of a custom field': [
    60,
    async (label) => {
      const { id } = await api().customFields.create({ label, kind: 'text' });
      return found(await api().customFields.list({}), (one) => one.id === id).label;
    },
  ],
  'the value of a custom field': [
    2000,
    async (value) => {
      const values = async () =>
        (await candidate()).custom.find(({ fieldId }) => fieldId === textField);
      const version = (await values())?.version ?? 0;
      await api().customFields.setValue({ candidateId, fieldId: textField, version, value });
      return (await values())?.text ?? null;
    },
  ],
  'the name of a client': [
    300,
    async (companyName) => {
      const { id } = await api().clients.create({ companyName, notes: companyName });
      return (await api().clients.get({ id })).client.companyName;
    },
  ],
  'the title of a job': [
    300,
    async (title) => {
      const draft = { ...EMPTY_DRAFT, title, description: title };
      const { id } = await api().jobs.create({ clientId, draft });
      return (await api().jobs.get({ id })).job.title;
    },
  ],
  'a saved search': [
    100,
    async (name) => {
      const { id } = await api().searches.save({
        name,
        text: name,
        filters: NO_FILTERS,
        sort: null,
        columns: null,
        notify: false,
      });
      return found(await api().searches.saved(), (one) => one.id === id).name;
    },
  ],
};

it.each(Object.entries(DOORS))('%s comes out as it went in', async (_, [longest, put]) => {
  for (const [name, text] of HOSTILE_TEXTS) {
    const isTooLong = text.trim().length > longest;
    const out = await put(text).catch((error: unknown) => codeOf(error) ?? error);
    // Around a text white space goes, and inside a name it is one space; where nothing is allowed it comes out as nothing.
    const same = isTooLong ? [] : [text, text.trim(), squeeze(text)];
    const refused = isTooLong || text === '' ? ['INVALID'] : [];
    const nothing = text === '' ? [null] : [];
    expect({ name, out }).toEqual({
      name,
      out: expect.toBeOneOf([...same, ...refused, ...nothing]),
    });
  }
});

it.each(HOSTILE_TEXTS)('%s is looked for without harm', async (_, text) => {
  for (const ask of [
    () => api().candidates.search({ text, limit: 1 }),
    () => api().candidates.complete({ text, caret: text.length }),
    () => api().clients.list({ text, limit: 1 }),
  ]) {
    const code = await ask().then(
      () => 'answered',
      (error: unknown) => codeOf(error),
    );
    expect(['answered', 'INVALID']).toContain(code);
  }
  expect((await candidate()).candidate.id).toBe(candidateId);
});

it('all of it leaves the database whole', async () => {
  expect(await core.session().checkDatabase()).toEqual([]);
});

function codeOf(error: unknown): string | null {
  if (isAppError(error)) return error.code;
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}
