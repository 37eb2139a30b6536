import { EXIT, type ExitCode, plain, print, printJson } from '@/electron/cli/output';
import { openCore, type Surroundings } from '@/electron/cli/surroundings';
import type { CandidateRow } from '@/shared/domain/candidates/views';

interface SearchOptions {
  readonly workspace?: string | undefined;
  readonly limit: number;
  readonly json?: boolean | undefined;
}

/** `longlist search`: best matches first. Nothing found is an answer, not a failure. */
export async function searchCommand(
  place: Surroundings,
  text: string,
  options: SearchOptions,
): Promise<ExitCode> {
  const core = await openCore(place, options, { reading: true });
  try {
    const page = await core.client().candidates.search({
      // What stands on a command line is typed to its end; without the space its last word would be the beginning of one.
      text: `${text} `,
      sort: { by: 'relevance', direction: 'desc' },
      limit: options.limit,
    });
    if (options.json) {
      const { total, rows, without, query } = page;
      printJson({ query: text, total, problems: query.problems, without, rows });
      return EXIT.ok;
    }
    print(page.total === 1 ? '1 candidate' : `${page.total} candidates`);
    for (const { start, end, total } of page.without)
      print(`  without ${plain(text.slice(start, end))}: ${total}`);
    for (const row of page.rows) printRow(row);
    return EXIT.ok;
  } finally {
    await core.close();
  }
}

function printRow(row: CandidateRow): void {
  const facts = [row.headline, row.company, row.location].filter((fact) => fact !== null);
  print(
    `\n${plain(row.name || '(no name)')}${facts.length > 0 ? ` · ${plain(facts.join(' · '))}` : ''}`,
  );
  const contact = [row.email, row.phone].filter((fact) => fact !== null);
  if (contact.length > 0) print(`  ${plain(contact.join(' · '))}`);
  if (row.snippet !== null) print(`  ${plain(row.snippet.text).replace(/\s+/g, ' ')}`);
  print(`  ${row.id}`);
}
