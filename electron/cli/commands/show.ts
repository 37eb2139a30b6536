import { EXIT, type ExitCode, plain, print, printJson, UsageError } from '@/electron/cli/output';
import { openCore, type Surroundings } from '@/electron/cli/surroundings';
import type { CandidateDetail } from '@/shared/domain/candidates/views';
import { idSchema } from '@/shared/kit/ids';

interface ShowOptions {
  readonly workspace?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `longlist show`: everything that is known of one candidate. */
export async function showCommand(
  place: Surroundings,
  id: string,
  options: ShowOptions,
): Promise<ExitCode> {
  if (!idSchema.safeParse(id).success) {
    throw new UsageError('that is not a candidate id; longlist search prints them');
  }
  const core = await openCore(place, options, { reading: true });
  try {
    const detail = await core.client().candidates.get({ id });
    if (options.json) printJson(detail);
    else printDetail(detail);
    return EXIT.ok;
  } finally {
    await core.close();
  }
}

function printDetail(detail: CandidateDetail): void {
  const { candidate } = detail;
  print(plain(candidate.name || '(no name)'));
  const line = (label: string, value: string | null): void => {
    if (value !== null && value !== '') print(`  ${label.padEnd(12)}${plain(value)}`);
  };
  line('Title', candidate.headline);
  line('Location', candidate.location);
  line('Experience', candidate.totalYears === null ? null : `${candidate.totalYears} years`);
  line('Notice', candidate.noticePeriod);
  line('May work', candidate.workPermission);
  for (const point of detail.contactPoints) line(KINDS[point.kind], point.value);
  line('Skills', detail.skills.map((skill) => skill.name).join(', '));
  line(
    'Languages',
    detail.languages.map(({ name, level }) => (level ? `${name} (${level})` : name)).join(', '),
  );
  line('Tags', detail.tags.map((tag) => tag.name).join(', '));
  line('Owner', detail.ownerName);
  line('Summary', candidate.summary?.replace(/\s+/g, ' ') ?? null);
  section('Experience', detail.experience, (one) => [
    span(one.start, one.end),
    one.title,
    one.company,
    one.location,
  ]);
  section('Education', detail.education, (one) => [
    span(one.start, one.end),
    one.degree,
    one.field,
    one.institution,
  ]);
  section('Certificates', detail.certifications, (one) => [one.date, one.name, one.issuer]);
  section('Files', detail.resumes, (one) => [
    one.storedAt.slice(0, 10),
    one.fileName,
    one.origin?.path ?? null,
  ]);
  section('May be the same person as', detail.possibleDuplicates, (one) => [
    one.name,
    one.candidateId,
  ]);
}

const KINDS = { email: 'E-mail', phone: 'Phone', link: 'Link' } as const;

function section<T>(
  title: string,
  rows: readonly T[],
  facts: (row: T) => readonly (string | null)[],
): void {
  if (rows.length === 0) return;
  print(`\n${title}`);
  for (const row of rows) {
    print(
      `  ${plain(
        facts(row)
          .filter((fact) => fact !== null && fact !== '')
          .join(' · '),
      )}`,
    );
  }
}

const span = (start: string | null, end: string | null): string | null =>
  start === null && end === null ? null : `${start ?? '?'} – ${end ?? '?'}`;
