import { describe, expect, it } from 'vitest';
import { findHits } from '@/shared/domain/search/find-hits';
import { parseQuery } from '@/shared/domain/search/parse-query';
import { overlayRects } from './overlay';
import { pageText, placeOf } from './page-hits';
import { firstHitAfter, linesOf, runsOf } from './text-runs';
import { withWords } from './with-words';
import { canvasDensity, stepZoom, zoomFactor } from './zoom';

const page = { width: 600, height: 800 };

describe('overlayRects', () => {
  it('scales boxes to the page and cuts them at its edge', () => {
    const evidence = {
      start: 0,
      end: 4,
      page: 2,
      boxes: [
        { x: 61.5, y: 81.5, width: 57, height: 13 },
        { x: -10, y: 790, width: 40, height: 40 },
      ],
    };
    const [first, second] = overlayRects(evidence, 2, page);
    expect(first).toEqual({ left: 10, top: 10, width: 10, height: 2 });
    expect(second?.left).toBe(0);
    expect((second?.top ?? 0) + (second?.height ?? 0)).toBe(100);
  });

  it('marks nothing on other pages, for boxes off the page, or on a page without a size', () => {
    const evidence = { start: 0, end: 1, page: 1, boxes: [{ x: 900, y: 0, width: 5, height: 5 }] };
    expect(overlayRects(evidence, 2, page)).toEqual([]);
    expect(overlayRects(evidence, 1, page)).toEqual([]);
    expect(overlayRects(evidence, 1, { width: 0, height: 0 })).toEqual([]);
  });
});

describe('runsOf', () => {
  const text = 'Senior nurse at Charité';
  const line = { start: 0, end: text.length, role: 'body' as const };

  it('cuts where hits and the marked range begin and end, and loses no character', () => {
    const runs = runsOf(text, line, [[7, 12]], 0, [0, 9]);
    expect(runs.map((run) => run.text).join('')).toBe(text);
    expect(runs.map((run) => [run.text, run.hit, run.marked])).toEqual([
      ['Senior ', null, true],
      ['nu', 0, true],
      ['rse', 0, false],
      [' at Charité', null, false],
    ]);
  });

  it('shows a hit that runs over a line break on both lines', () => {
    const two = 'project\nmanager';
    const lines = linesOf(two, []);
    expect(lines.map((one) => two.slice(one.start, one.end))).toEqual(['project', 'manager']);
    const second = lines[1];
    if (second === undefined) throw new Error('two lines expected');
    const hits = [[0, 15]] as const;
    expect(runsOf(two, second, hits, firstHitAfter(hits, second.start), null)).toEqual([
      { start: 8, text: 'manager', hit: 0, marked: false },
    ]);
  });

  it('ends on hits without length instead of looping', () => {
    const runs = runsOf(text, line, [[3, 3]], 0, null);
    expect(runs.map((run) => run.text).join('')).toBe(text);
  });
});

describe('page text', () => {
  const items = [
    { str: 'Project', hasEOL: true },
    { str: '', hasEOL: false },
    { str: 'manager', hasEOL: false },
  ];

  it('joins items so that a phrase over a line break is found, and leads back to the items', () => {
    const { text, starts } = pageText(items);
    expect(text).toBe('Project manager');
    expect(placeOf(items, starts, 8)).toEqual({ item: 2, offset: 0 });
    expect(placeOf(items, starts, 15)).toEqual({ item: 2, offset: 7 });
    expect(placeOf(items, starts, 7)).toEqual({ item: 0, offset: 7 });
    expect(placeOf([], [], 0)).toBeNull();
  });
});

describe('zoom', () => {
  it('fits the page to the pane, within reason', () => {
    expect(zoomFactor('fit', 800, 600)).toBe(1);
    expect(zoomFactor('fit', 10, 600)).toBe(0.25);
    expect(zoomFactor(1.5, 10, 600)).toBe(1.5);
  });

  it('steps to the next size and stops at the ends', () => {
    expect(stepZoom(0.93, 'in')).toBe(1);
    expect(stepZoom(1, 'out')).toBe(0.9);
    expect(stepZoom(4, 'in')).toBe(4);
    expect(stepZoom(0.25, 'out')).toBe(0.25);
  });

  it('keeps a huge page from asking for a huge canvas', () => {
    const density = canvasDensity(10_000, 10_000, 2);
    expect(10_000 * density * 10_000 * density).toBeLessThanOrEqual(16_000_001);
    expect(canvasDensity(800, 1000, 2)).toBe(2);
  });
});

describe('withWords', () => {
  const text = 'Kubernetes (K8s) and docker, no kubernetez';
  const marked = (typed: string, words: readonly string[]) =>
    findHits(text, withWords(parseQuery(typed), words)).map(([start, end]) =>
      text.slice(start, end),
    );

  it('marks what was looked for besides, or a person found by another name of a skill would show no hit', () => {
    expect(marked('skill:kubernetes ', ['k8s'])).toEqual(['Kubernetes', 'K8s']);
    expect(marked('kubernetez -docker', ['Kubernetes'])).toEqual(['Kubernetes', 'kubernetez']);
  });

  it('leaves a query alone for which nothing else was looked for', () => {
    expect(marked('docker ', [])).toEqual(['docker']);
    expect(withWords(parseQuery(''), ['x']).root).toBeNull();
  });
});
