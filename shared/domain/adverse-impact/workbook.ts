import type { QuestionId } from './questions';
import type {
  GroupMark,
  GroupRates,
  ImpactReport,
  ImpactRequest,
  ImpactStage,
  Rates,
  RateTable,
} from './views';
import { FEWEST_SHOWN } from './withheld';

type Row = readonly (string | number)[];

/** A sheet of the workbook as it goes out. */
export interface ImpactSheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  /** Of its columns, in characters. */
  readonly widths: readonly number[];
}

/** The head of the list of whom to write to. */
export const CODES_HEADER = ['code', 'name', 'email', 'job'] as const;

/** The workbook: how to read it, what it was counted from, and a sheet for each table. */
export function sheetsOf(
  report: ImpactReport,
  request: ImpactRequest,
  jobTitles: readonly string[],
): readonly ImpactSheet[] {
  return [
    {
      name: 'How to read',
      header: ['Word', 'What it means'],
      rows: HOW_TO_READ,
      widths: [26, 140],
    },
    {
      name: 'Data',
      header: ['What', 'Value'],
      rows: dataOf(report, request, jobTitles),
      widths: [44, 60],
    },
    ...report.tables.map(
      (table): ImpactSheet => ({
        name: tableName(table),
        header: HEADER,
        rows: rowsOf(table),
        widths: [48, ...HEADER.slice(1).map(() => 16)],
      }),
    ),
  ];
}

/** The tables alone, one beneath the other, for programs. */
export function linesOf(report: ImpactReport): {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
} {
  return {
    header: ['Table', ...HEADER],
    rows: report.tables.flatMap((table) =>
      rowsOf(table).map((row): Row => [tableName(table), ...row]),
    ),
  };
}

const HEADER: readonly string[] = [
  'Group',
  'Applicants',
  'Selected',
  'Selection rate',
  'Impact ratio',
  'Below four fifths',
  'p, selection',
  'With a score',
  'Above the median',
  'Scoring rate',
  'Scoring impact ratio',
  'Scoring below four fifths',
  'p, scoring',
  'Note',
];

const TABLE_NAMES: Readonly<Record<QuestionId, string>> = {
  sex: 'Sex',
  ethnicity: 'Ethnicity',
  ageGroup: 'Age group',
  disability: 'Disability',
};

const CATEGORY_NAMES: Readonly<Record<string, string>> = {
  female: 'Female',
  male: 'Male',
  other: 'Another',
  hispanic: 'Hispanic or Latino',
  white: 'White',
  black: 'Black or African American',
  pacific: 'Native Hawaiian or Pacific Islander',
  asian: 'Asian',
  native: 'Native American or Alaska Native',
  mixed: 'Two or more races',
  under40: 'Under 40',
  from40: '40 and over',
  yes: 'With a disability',
  no: 'Without a disability',
};

const STAGES: Readonly<Record<ImpactStage, string>> = {
  shortlisted: 'shortlisted, or farther',
  in_progress: 'interviewing, or farther',
  selected: 'selected for the job',
};

const MARKS: Readonly<Record<GroupMark, string>> = {
  withheld: `Withheld: fewer than ${FEWEST_SHOWN} people, or what would give such a group away`,
  excluded: 'Under 2 % of those who answered: not compared',
  few: 'Under 30 people: one more or less changes the figures much',
};

const tableName = ({ questions }: RateTable): string => {
  const [first = '', ...others] = questions.map((question) => TABLE_NAMES[question]);
  return [first, ...others.map((name) => name.toLowerCase())].join(' and ');
};

function rowsOf({
  groups,
  rest,
  isSelectionWithheld,
  isScoringWithheld,
}: RateTable): readonly Row[] {
  const blank = HEADER.slice(2).map(() => '');
  return [
    ...groups.map(groupRow),
    [
      rest.holdsWithheld ? 'Unknown or withheld' : 'Unknown',
      rest.people,
      ...blank.slice(1),
      rest.holdsWithheld ? 'Who left a question open, and those of withheld groups' : '',
    ],
    ...(isSelectionWithheld ? [[TOO_FEW.selection, '', ...blank]] : []),
    ...(isScoringWithheld ? [[TOO_FEW.scoring, '', ...blank]] : []),
  ];
}

const TOO_FEW = {
  selection: `Fewer than ${FEWEST_SHOWN} were selected, or were not: the selection rates are withheld`,
  scoring: `Fewer than ${FEWEST_SHOWN} scored above the median, or did not: the scoring rates are withheld`,
};

const groupRow = ({ categories, mark, selection, scoring }: GroupRates): Row => [
  categories.map((category) => CATEGORY_NAMES[category] ?? category).join(', '),
  ...ratesRow(selection),
  ...ratesRow(scoring),
  mark === null ? '' : MARKS[mark],
];

const ratesRow = ({ of, yes, rate, ratio, isBelow, p }: Rates): Row => [
  of ?? '',
  yes ?? '',
  rounded(rate),
  rounded(ratio),
  ratio === null ? '' : isBelow ? 'yes' : 'no',
  p === null ? '' : p < 0.0001 ? '< 0.0001' : Math.round(p * 10_000) / 10_000,
];

/** Four places: a ratio of 0.7999 must not stand there as 0.8. */
const rounded = (value: number | null): string | number =>
  value === null ? '' : Math.floor(value * 10_000 + 1e-9) / 10_000;

const dataOf = (
  report: ImpactReport,
  { from, before, jobIds, stage }: ImpactRequest,
  jobTitles: readonly string[],
): readonly Row[] => [
  ['Made at', report.madeAt],
  ['Applications that began from', from],
  ['and before', before],
  ...(jobIds.length === 0
    ? [['Jobs', 'All'] as const]
    : [['Jobs', jobIds.length] as const, ...jobTitles.map((title): Row => ['Job', title])]),
  ['Counted as selected', STAGES[stage]],
  ['Applications', report.applications],
  ['of which somebody answered', report.answered],
  ['of which selected', report.selected],
  ['of which with a score', report.scored],
  ['Median score of all with one', rounded(report.medianScore)],
  ...report.scorers.map(
    ({ name, version, scores }): Row => [`Scores by ${name} ${version}`, scores],
  ),
];

const HOW_TO_READ: readonly Row[] = [
  [
    'What this is',
    'Figures that support an audit of a hiring process. It is not an independent audit, as New York City Local Law 144 asks for one, and it is not legal advice. A flag is a reason to look, not a finding.',
  ],
  [
    'Where the answers are from',
    'People said it of themselves, of their own will, under a reference code. The answers are in a store of their own that no screen of hiring reads.',
  ],
  [
    'Applicants',
    'Applications of people who gave this answer: each candidate put on a job within the time, also those still open and those who withdrew.',
  ],
  [
    'Selected',
    'Those that came as far as the stage that the sheet “Data” names, or farther, whatever became of them then.',
  ],
  ['Selection rate', 'Selected divided by applicants.'],
  [
    'Impact ratio',
    'The selection rate of the group divided by that of the group with the highest one (6 RCNY 5-300; 29 CFR 1607.4 D).',
  ],
  [
    'Below four fifths',
    'The impact ratio is below 0.8. 29 CFR 1607.4 D: generally regarded as evidence of adverse impact; smaller differences may be too, and greater ones may not, by their significance and the numbers.',
  ],
  [
    'p',
    'How probable a difference at least as great to the group with the highest rate is, if both had the same chance: Fisher’s exact test, two-sided. With many groups some values below 0.05 come by chance.',
  ],
  [
    'Scoring rate',
    'Of those with a match score, the share above the median score of all applicants with one, whether they answered or not (6 RCNY 5-300 and 5-301 c).',
  ],
  ['Scoring impact ratio', 'The scoring rate of the group divided by the highest one.'],
  [
    'Unknown',
    'Applicants who did not answer, would rather not say, or left one of the questions of the table open. They are in no group (6 RCNY 5-301 b and c ask for their number).',
  ],
  [
    'Withheld',
    `Groups of fewer than ${FEWEST_SHOWN} people are not shown, nor as many others as it takes that nobody finds them by subtracting. They are counted with the unknown.`,
  ],
  [
    'Not compared',
    'A group of under 2 % of those who answered the table’s questions has its rate shown and no ratio, as 6 RCNY 5-301 d allows.',
  ],
];
