import type { Word } from '../extract/layout/word';

/** An invented CV set on a page in one of several layouts, with what must be found in its text. */
export interface LaidOutCv {
  readonly words: readonly Word[];
  readonly sentences: readonly string[];
  /** Title, company and first date of each job. */
  readonly entries: readonly (readonly string[])[];
}

export const LAYOUTS = [
  'dates at the right',
  'dates in the left margin',
  'dates in the right margin',
  'sidebar left',
  'sidebar right',
  'two columns of text',
  'cards',
] as const;
export type Layout = (typeof LAYOUTS)[number];

const PAGE = { left: 50, right: 545, top: 60 } as const;
const LETTER = 0.5;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Sets words on a page; every letter is half a font size wide. */
class Setter {
  readonly words: Word[] = [];
  readonly pitch: number;
  readonly #size: number;

  constructor(size: number, pitch: number) {
    this.#size = size;
    this.pitch = pitch;
  }

  line(text: string, x: number, baseline: number, bold = false): void {
    let at = x;
    for (const word of text.split(' ')) {
      const width = word.length * LETTER * this.#size;
      this.words.push({
        text: word,
        x: at,
        y: baseline - 0.8 * this.#size,
        width,
        height: this.#size,
        baseline,
        fontSize: this.#size,
        bold,
        tracking: 0,
        angle: 0,
        hidden: null,
      });
      at += width + LETTER * this.#size * 0.55;
    }
  }

  /** Breaks text into lines no wider than `width`; gives the baseline under the last. */
  block(text: string, x: number, baseline: number, width: number, bold = false): number {
    let at = baseline;
    let line = '';
    for (const word of text.split(' ')) {
      if (line !== '' && this.widthOf(`${line} ${word}`) > width) {
        this.line(line, x, at, bold);
        at += this.pitch;
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    this.line(line, x, at, bold);
    return at + this.pitch;
  }

  widthOf(text: string): number {
    return text.length * LETTER * this.#size;
  }
}

interface Job {
  readonly title: string;
  readonly company: string;
  readonly dates: string;
  readonly sentences: readonly string[];
}

export function layOutCv(layout: Layout, seed: number): LaidOutCv {
  const random = randomFrom(seed);
  const int = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const size = int(8, 11);
  const setter = new Setter(size, size * (1.15 + 0.35 * random()));
  let count = 0;
  const sentence = (): string => {
    count += 1;
    const middle = 'kept the accounts of the northern looms and their many engines in order'
      .split(' ')
      .slice(0, int(3, 13))
      .join(' ');
    return `Task ${count} ${middle} until it was done ${count}.`;
  };
  const months = ['Jan', 'March', 'September', 'Dec'];
  const jobs = Array.from({ length: int(2, 4) }, (_, index): Job => {
    const year = 2023 - 3 * index;
    return {
      title: `Engineer Grade ${index + 1}`,
      company: `Works Number ${index + 1} Ltd`,
      dates: `${months[int(0, 3)]} ${year - 2} – ${months[int(0, 3)]} ${year}`,
      sentences: Array.from({ length: int(1, 3) }, sentence),
    };
  });
  const summary = [sentence(), sentence()];
  const skills = ['Steam', 'Gears', 'Looms', 'Punched cards', 'French', 'Ledgers'];
  draw({ layout, setter, jobs, summary, skills, int });
  return {
    words: setter.words,
    sentences: [...summary, ...jobs.flatMap((job) => job.sentences)],
    entries: jobs.map((job) => [job.title, job.company, job.dates]),
  };
}

interface Draft {
  readonly layout: Layout;
  readonly setter: Setter;
  readonly jobs: readonly Job[];
  readonly summary: readonly string[];
  readonly skills: readonly string[];
  readonly int: (from: number, to: number) => number;
}

function draw({ layout, setter, jobs, summary, skills, int }: Draft): void {
  const width = PAGE.right - PAGE.left;
  const gap = int(12, 30);
  const between = setter.pitch * 0.5;
  const text = (x: number, y: number, wide: number): number =>
    setter.block(summary.join(' '), x, y, wide) + between;
  const job = (one: Job, x: number, y: number, wide: number, dates: 'right' | 'under' | null) => {
    setter.line(one.title, x, y, true);
    if (dates === 'right') setter.line(one.dates, x + wide - setter.widthOf(one.dates), y);
    let at = y + setter.pitch;
    setter.line(one.company, x, at);
    at += setter.pitch;
    if (dates === 'under') {
      setter.line(one.dates, x, at);
      at += setter.pitch;
    }
    for (const words of one.sentences) at = setter.block(words, x, at, wide);
    return at + between;
  };
  const list = (x: number, y: number): number =>
    skills.reduce((at, skill) => {
      setter.line(skill, x, at);
      return at + setter.pitch;
    }, y);
  let y: number = PAGE.top;
  switch (layout) {
    case 'dates at the right':
      y = text(PAGE.left, y, width);
      for (const one of jobs) y = job(one, PAGE.left, y, width, 'right');
      list(PAGE.left, y);
      return;
    case 'dates in the left margin':
    case 'dates in the right margin': {
      const slim = int(70, 120);
      const left = layout === 'dates in the left margin';
      const wide = width - slim - gap;
      const x = left ? PAGE.left + slim + gap : PAGE.left;
      y = text(PAGE.left, y, width);
      for (const one of jobs) {
        const dates = setter.block(one.dates, left ? PAGE.left : x + wide + gap, y, slim);
        y = Math.max(job(one, x, y, wide, null), dates + between);
      }
      return;
    }
    case 'sidebar left':
    case 'sidebar right': {
      const slim = int(110, 180);
      const left = layout === 'sidebar left';
      const x = left ? PAGE.left + slim + gap : PAGE.left;
      const side = left ? PAGE.left : PAGE.right - slim;
      const wide = width - slim - gap;
      const under = setter.block(summary.join(' '), side, y + int(0, 9), slim);
      list(side, under + 2 * setter.pitch);
      for (const one of jobs) y = job(one, x, y, wide, int(0, 1) === 0 ? 'right' : 'under');
      return;
    }
    case 'two columns of text': {
      const wide = (width - gap) / 2;
      const half = Math.ceil(jobs.length / 2);
      let right: number = y;
      y = text(PAGE.left, y, wide);
      jobs.forEach((one, index) => {
        if (index < half) y = job(one, PAGE.left, y, wide, 'under');
        else right = job(one, PAGE.left + wide + gap, right, wide, 'under');
      });
      list(PAGE.left + wide + gap, right + between);
      return;
    }
    case 'cards': {
      const wide = (width - gap) / 2;
      y = text(PAGE.left, y, width) + setter.pitch;
      for (let index = 0; index < jobs.length; index += 2) {
        const ends = jobs
          .slice(index, index + 2)
          .map((one, at) => job(one, PAGE.left + at * (wide + gap), y, wide, 'under'));
        y = Math.max(...ends) + 2 * setter.pitch;
      }
    }
  }
}
