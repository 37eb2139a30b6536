import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Api, useApi } from '@/renderer/app/api';
import { forgetEverything } from '@/renderer/app/session';
import { useConnection } from '@/renderer/app/connection';
import type { ImportView } from '@/shared/contract/api/imports';

/** Topics are gathered this long, in ms, so that a deed and what follows from it are read again together. */
const GATHER = 400;
/** The longest that topics are gathered, in ms: where they keep coming, as in an import of thousands of files, each time takes longer. */
const GATHER_AT_MOST = 3000;
/** A list that somebody scrolls holds still under the hand: topics wait until it has rested this long, in ms … */
const RESTS_AFTER = 300;
/** … but not longer than this, in ms. */
const HOLD_AT_MOST = 10_000;
/** A stream that ended is opened again after this time, in ms. */
const REOPEN = 1000;

/** Keeps what is on screen true: reads again what the core says has changed, and follows imports as they go. */
export function useLiveEvents(): void {
  const api = useApi();
  const queries = useQueryClient();
  const generation = useConnection((connection) => connection.generation);

  useEffect(() => {
    if (generation === 0) return;
    const stop = new AbortController();
    const scrolling = watchScrolling();
    const topics = gatherTopics(
      (gathered) => readAgain(queries, api, gathered),
      scrolling.isUnderWay,
    );
    const stopHurrying = queries.getMutationCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'success') topics.hurry();
    });
    // Whatever changed while there was no line was not heard of.
    if (generation > 1) void queries.invalidateQueries();
    void follow(api, stop.signal, {
      changed: topics.add,
      imported: (view) => showImport(queries, api, view),
      missed: () => void queries.invalidateQueries(),
    });
    return () => {
      stop.abort();
      stopHurrying();
      topics.stop();
      scrolling.stop();
    };
  }, [api, queries, generation]);
}

interface Listener {
  readonly changed: (topics: readonly string[]) => void;
  readonly imported: (view: ImportView) => void;
  /** There were events that nobody heard. */
  readonly missed: () => void;
}

/** Reads events until `signal` aborts. A stream that ends while the line holds is opened again, and everything read anew. */
async function follow(api: Api, signal: AbortSignal, listener: Listener): Promise<void> {
  while (!signal.aborted) {
    try {
      const events = await api.system.events.call(undefined, { signal });
      for await (const event of events) {
        if (signal.aborted) return;
        if (event.type === 'changed' && event.topics.includes('desk')) forgetEverything();
        if (event.type === 'changed') listener.changed(event.topics);
        else listener.imported(event.import);
      }
    } catch (error) {
      // The end of the connection ends the stream too, and the next connection starts this anew: nothing to report then.
      if (!signal.aborted && useConnection.getState().state === 'connected') {
        console.error('The stream of events broke', error);
      }
    }
    await pause(REOPEN, signal);
    if (!signal.aborted) listener.missed();
  }
}

/** Resolves after `ms`, or as soon as `signal` aborts. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });

/** Whether anything in the window was scrolled just now. */
function watchScrolling() {
  let last = Number.NEGATIVE_INFINITY;
  const onScroll = (): void => {
    last = performance.now();
  };
  // Scroll events do not bubble; on their way down they pass the document.
  document.addEventListener('scroll', onScroll, { capture: true, passive: true });
  return {
    isUnderWay: () => performance.now() - last < RESTS_AFTER,
    stop: () => document.removeEventListener('scroll', onScroll, { capture: true }),
  };
}

/**
 * Hands the first topics on at once and gathers those that follow closely: for longer each time, until there are none. While
 * `isHeld` says so they are gathered as well, for `HOLD_AT_MOST` at the longest. `hurry` says that what was gathered, or what comes next, is
 * of a deed done in this window: whoever did it waits to see it, also where one deed followed another.
 */
export function gatherTopics(
  flush: (topics: ReadonlySet<string>) => void,
  isHeld: () => boolean = () => false,
) {
  let gathered = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = GATHER;
  let held = 0;
  let isHurried = false;
  const hand = (): void => {
    isHurried = false;
    if (gathered.size === 0) {
      timer = undefined;
      wait = GATHER;
      return;
    }
    if (isHeld() && held < HOLD_AT_MOST) {
      held += RESTS_AFTER;
      timer = setTimeout(hand, RESTS_AFTER);
      return;
    }
    held = 0;
    const topics = gathered;
    gathered = new Set();
    timer = setTimeout(hand, wait);
    wait = Math.min(wait * 1.5, GATHER_AT_MOST);
    flush(topics);
  };
  const handNow = (): void => {
    clearTimeout(timer);
    hand();
  };
  return {
    add: (topics: readonly string[]): void => {
      for (const topic of topics) gathered.add(topic);
      if (timer === undefined || isHurried) handNow();
    },
    hurry: (): void => {
      wait = GATHER;
      if (gathered.size > 0) handNow();
      else isHurried = true;
    },
    stop: (): void => clearTimeout(timer),
  };
}

/** Which reads each topic makes stale. A topic this window does not know makes everything stale. */
function readAgain(queries: QueryClient, api: Api, topics: ReadonlySet<string>): void {
  const keys = [...topics].map((topic) => keysOf(api, topic));
  if (keys.includes(null)) {
    void queries.invalidateQueries();
    return;
  }
  // Whatever was written stands in the history.
  void queries.invalidateQueries({ queryKey: api.history.list.key() });
  for (const queryKey of keys.flatMap((each) => each ?? [])) {
    void queries.invalidateQueries({ queryKey });
  }
}

/** The keys of the reads that a topic makes stale, or null for a topic that this window does not know. */
export function keysOf(api: Api, topic: string): readonly (readonly unknown[])[] | null {
  const [subject, id] = topic.split(':');
  switch (subject) {
    case 'candidates':
      return [
        api.reports.key(),
        api.adverseImpact.report.key(),
        api.candidates.search.key(),
        api.candidates.suggest.key(),
        api.interviews.key(),
        api.searches.counts.key(),
        api.matching.rank.key(),
        api.matching.forCandidate.key(),
        api.workspace.status.key(),
        // A deed that is taken back changes only candidates, and with them what was applied.
        api.reparse.status.key(),
        api.privacy.expiring.key(),
      ];
    case 'backup':
      return [api.backup.key()];
    case 'matches':
      return [api.matching.key(), api.pipeline.key()];
    case 'reparse':
      return [api.reparse.status.key()];
    case 'candidate':
      return id === undefined
        ? [api.candidates.get.key(), api.candidates.timeline.key(), api.duplicates.preview.key()]
        : [
            api.candidates.get.key({ input: { id } }),
            api.candidates.timeline.key({ input: { id } }),
            api.duplicates.preview.key(),
            api.privacy.panel.key({ input: { candidateId: id } }),
          ];
    case 'duplicates':
      return [api.candidates.get.key(), api.duplicates.key()];
    case 'duplicate-search':
      return [api.duplicates.search.key()];
    case 'custom-fields':
      return [api.customFields.key()];
    case 'jobs':
    case 'clients':
      // A job shows its client, a client its jobs, a board the columns of its job.
      return [
        api.jobs.key(),
        api.clients.key(),
        api.reports.key(),
        api.matching.key(),
        api.pipeline.key(),
      ];
    case 'job-templates':
      return [api.jobs.templates.key()];
    case 'saved-views':
      return [api.views.key()];
    case 'applications':
      return [
        api.pipeline.key(),
        api.interviews.key(),
        api.matching.key(),
        api.reports.key(),
        api.adverseImpact.report.key(),
        api.jobs.list.key(),
        api.jobs.get.key(),
        api.jobs.activity.key(),
        api.clients.get.key(),
        api.clients.activity.key(),
      ];
    case 'interviews':
      return [api.interviews.key(), api.candidates.timeline.key()];
    case 'lists':
      return [api.lists.key()];
    case 'table-imports':
      return [api.tables.imports.key(), api.tables.get.key()];
    case 'tags':
      return [api.candidates.tags.key()];
    case 'imports':
    case 'import':
      // The files of an import are read again by the screen that shows them, at its own pace.
      return [api.imports.list.key(), api.imports.get.key()];
    case 'saved-searches':
      return [api.searches.saved.key(), api.searches.counts.key()];
    case 'search-history':
      return [api.searches.made.key()];
    case 'notifications':
      return [api.notifications.key()];
    case 'audit':
      return [api.audit.list.key(), api.audit.state.key()];
    case 'retention':
    case 'quarantine':
    case 'holds':
    case 'erasures':
      return [api.privacy.key()];
    // Read when somebody looks: every search anybody makes ends up there.
    case 'search-log':
      return [];
    case 'watched-folders':
      return [api.watchedFolders.key()];
    case 'settings':
    case 'workspace':
      return [api.workspace.key()];
    case 'users':
    case 'roles':
    case 'credentials':
      return [api.workspace.key(), api.auth.key(), api.users.key(), api.roles.key()];
    default:
      return null;
  }
}

/** Puts the newest state of an import where the screens read it. */
function showImport(queries: QueryClient, api: Api, view: ImportView): void {
  queries.setQueryData(api.imports.get.queryKey({ input: { id: view.id } }), view);
  queries.setQueriesData<readonly ImportView[]>({ queryKey: api.imports.list.key() }, (before) => {
    if (!before) return before;
    return before.some((each) => each.id === view.id)
      ? before.map((each) => (each.id === view.id ? view : each))
      : [view, ...before];
  });
}
