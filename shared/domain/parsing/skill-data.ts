/**
 * The door through which the skill taxonomy under `resources/skills/taxonomy/` is read: plain data, bundled with the code. Apart from
 * `reference-data`, because the core starts without it.
 */
import agriculture from '@/resources/skills/taxonomy/agriculture.json';
import automotive from '@/resources/skills/taxonomy/automotive.json';
import beauty from '@/resources/skills/taxonomy/beauty.json';
import care from '@/resources/skills/taxonomy/care.json';
import construction from '@/resources/skills/taxonomy/construction.json';
import data from '@/resources/skills/taxonomy/data.json';
import design from '@/resources/skills/taxonomy/design.json';
import energy from '@/resources/skills/taxonomy/energy.json';
import engineering from '@/resources/skills/taxonomy/engineering.json';
import finance from '@/resources/skills/taxonomy/finance.json';
import healthcare from '@/resources/skills/taxonomy/healthcare.json';
import hospitality from '@/resources/skills/taxonomy/hospitality.json';
import hr from '@/resources/skills/taxonomy/hr.json';
import it from '@/resources/skills/taxonomy/it.json';
import law from '@/resources/skills/taxonomy/law.json';
import logistics from '@/resources/skills/taxonomy/logistics.json';
import management from '@/resources/skills/taxonomy/management.json';
import manufacturing from '@/resources/skills/taxonomy/manufacturing.json';
import marketing from '@/resources/skills/taxonomy/marketing.json';
import media from '@/resources/skills/taxonomy/media.json';
import office from '@/resources/skills/taxonomy/office.json';
import personal from '@/resources/skills/taxonomy/personal.json';
import pharma from '@/resources/skills/taxonomy/pharma.json';
import publicService from '@/resources/skills/taxonomy/public.json';
import retail from '@/resources/skills/taxonomy/retail.json';
import sales from '@/resources/skills/taxonomy/sales.json';
import science from '@/resources/skills/taxonomy/science.json';
import software from '@/resources/skills/taxonomy/software.json';
import sports from '@/resources/skills/taxonomy/sports.json';
import teaching from '@/resources/skills/taxonomy/teaching.json';
import trades from '@/resources/skills/taxonomy/trades.json';
import transport from '@/resources/skills/taxonomy/transport.json';

export interface TaxonomySkill {
  /** Stable: stored with candidates; never reused for another skill. */
  readonly id: string;
  readonly name: string;
  /** The field of work it is filed under: the name of its file. */
  readonly area: string;
  /** Other spellings, abbreviations and its names in other languages. */
  readonly aliases: readonly string[];
  /** Names (the canonical one too) that are everyday words: a skill only where a person lists it as one. */
  readonly listedOnly: readonly string[];
  /** Ids of the broader skills it belongs to; none for one that stands right under its area. */
  readonly parents: readonly string[];
  /** Ids of a few near skills. */
  readonly related: readonly string[];
}

/** The files as they stand, by area: id → `Name; alias; everyday alias! < parent parent ~ related related`. */
export const skillFiles: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  agriculture,
  automotive,
  beauty,
  care,
  construction,
  data,
  design,
  energy,
  engineering,
  finance,
  healthcare,
  hospitality,
  hr,
  it,
  law,
  logistics,
  management,
  manufacturing,
  marketing,
  media,
  office,
  personal,
  pharma,
  public: publicService,
  retail,
  sales,
  science,
  software,
  sports,
  teaching,
  trades,
  transport,
};

/** The names on a line of a file, everyday ones still with their `!`. */
export function namesOnLine(line: string): readonly string[] {
  const end = endOfNames(line);
  return line.slice(0, end).split('; ');
}

/** A line of a file taken apart. */
export function readSkillLine(id: string, area: string, line: string): TaxonomySkill {
  const [links = '', related = ''] = line.slice(endOfNames(line)).split(' ~ ');
  const names = namesOnLine(line);
  const bare = names.map((name) => (name.endsWith('!') ? name.slice(0, -1) : name));
  return {
    id,
    area,
    name: bare[0] ?? id,
    aliases: bare.slice(1),
    listedOnly: bare.filter((name, at) => name !== names[at]),
    parents: ids(links.replace(' < ', '')),
    related: ids(related),
  };
}

/** Every skill of the taxonomy. */
export const allSkills = (): readonly TaxonomySkill[] =>
  Object.entries(skillFiles).flatMap(([area, lines]) =>
    Object.entries(lines).map(([id, line]) => readSkillLine(id, area, line)),
  );

function endOfNames(line: string): number {
  const parents = line.indexOf(' < ');
  if (parents >= 0) return parents;
  const related = line.indexOf(' ~ ');
  return related >= 0 ? related : line.length;
}

const ids = (list: string): readonly string[] => (list === '' ? [] : list.split(' '));
