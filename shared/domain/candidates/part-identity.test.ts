import { describe, expect, it } from 'vitest';
import { type KnownPart, matchParts, type PartReading, readingsOf } from './part-identity';

const RESUME = '01890000-0000-7000-8000-00000000000a';

const reading = (words: readonly string[], span?: readonly [number, number]): PartReading => ({
  words,
  place: span === undefined ? null : { resumeId: RESUME, start: span[0], end: span[1] },
});
const row = (name: string, ...readings: readonly PartReading[]): KnownPart<string> => ({
  row: name,
  readings,
});
const names = (matches: readonly (KnownPart<string> | null)[]) =>
  matches.map((match) => (match === null ? null : (match.row ?? 'removed')));

describe('matchParts', () => {
  it('knows a job a person renamed by what was read before (it would come back as a second job)', () => {
    const stored = row(
      'edited',
      reading(['acme gmbh', 'lead engineer', '2019-01', 'present']),
      reading(['acme', 'engneer', '2019-01', 'present']),
    );
    const fresh = [reading(['acme', 'engneer', '2019-01', '2024-03'])];
    expect(names(matchParts('experience', fresh, [stored]))).toEqual(['edited']);
  });

  it('knows by its place what a newer parser reads otherwise, and only in a text that has not moved', () => {
    const stored = row('misread', reading(['engineer', 'acme', '2019-01', ''], [100, 180]));
    const fresh = [reading(['acme', 'engineer', '2018-01', '2020-02'], [100, 190])];
    expect(names(matchParts('experience', fresh, [stored]))).toEqual(['misread']);
    const elsewhere = [reading(['acme', 'engineer', '2018-01', '2020-02'], [170, 290])];
    expect(names(matchParts('experience', elsewhere, [stored]))).toEqual([null]);
  });

  it('takes a fuller reading for the same job, but not another job at the same employer', () => {
    const stored = row('acme', reading(['acme', 'engineer', '2019', 'present']));
    const fuller = [reading(['acme ltd', 'software engineer', '2019-04', 'present'])];
    expect(names(matchParts('experience', fuller, [stored]))).toEqual(['acme']);
    const promoted = [reading(['acme', 'engineer', '2021-05', 'present'])];
    expect(names(matchParts('experience', promoted, [stored]))).toEqual([null]);
  });

  it('does not take a second degree of one school for the first (it would be swallowed by a corrected one)', () => {
    const stored = row('bsc', reading(['uni lund', 'bsc', '', '', '']));
    const fresh = [reading(['uni lund', 'msc', '', '', ''])];
    expect(names(matchParts('education', fresh, [stored]))).toEqual([null]);
  });

  it('gives each row to one part, the surest sign first, whatever the order', () => {
    const known = [
      row('first', reading(['acme', 'engineer', '2019', 'present'])),
      row('second', reading(['acme', 'senior engineer', '2019', 'present'])),
    ];
    const fresh = [
      reading(['acme', 'senior engineer', '2019', 'present']),
      reading(['acme', 'engineer', '2019', '2021']),
    ];
    expect(names(matchParts('experience', fresh, known))).toEqual(['second', 'first']);
  });

  it('keeps a removed part away however often it is read, and prefers the one that was kept', () => {
    const gone: KnownPart<string> = { row: null, readings: [reading(['python'], [10, 16])] };
    const fresh = [reading(['python'], [10, 16]), reading(['python'], [90, 96])];
    expect(names(matchParts('candidateSkill', fresh, [gone]))).toEqual(['removed', 'removed']);
    const kept = row('kept', reading(['python']));
    expect(names(matchParts('candidateSkill', fresh, [gone, kept]))).toEqual(['kept', 'removed']);
  });

  it('does not take a longer word at the same place for a removed shorter one', () => {
    const gone: KnownPart<string> = { row: null, readings: [reading(['java'], [10, 14])] };
    const fresh = [reading(['javascript'], [10, 20])];
    expect(names(matchParts('candidateSkill', fresh, [gone]))).toEqual([null]);
  });
});

describe('readingsOf', () => {
  it('forgets places in a text that is another now, and keeps the words', () => {
    const part = {
      key: 'sql',
      provenance: {
        source: 'person' as const,
        by: RESUME,
        byName: 'Tess',
        at: '2026-03-01T09:30:00.000Z',
        read: {
          resumeId: RESUME,
          confidence: 0.5,
          evidence: { start: 3, end: 6, page: 1, boxes: [] },
          words: ['sqi'],
        },
      },
    };
    expect(readingsOf('candidateSkill', part)).toEqual([
      { words: ['sql'], place: null },
      { words: ['sqi'], place: { resumeId: RESUME, start: 3, end: 6 } },
    ]);
    expect(readingsOf('candidateSkill', part, new Set([RESUME]))[1]?.place).toBeNull();
  });
});
