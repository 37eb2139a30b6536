import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  cvText,
  PROGRAMS,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { zip } from '@/electron/workers/parse/testing/make-documents';

/** A small disk of its own can be made: on Linux, as root, in a place that nobody else sees. */
const canMount =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['-m', 'true']).status === 0;

/** How much room there is when an import begins, in KB: originals, staged files, the journal and the database run out of it in turn. */
const ROOM = [40, 300, 1500] as const;

// Imports while the disk is full, makes room, imports again, and looks who is there.
const SCRIPT = `
mount -t tmpfs -o size=48m none "$DISK"
longlist() { "$NODE" "$CLI" "$@" --workspace "$DISK/workspace" --json; }
longlist import "$FILES/before" > "$OUT/before"
for room in ${ROOM.join(' ')}; do
  free=$(df --output=avail -k "$DISK" | tail -n 1)
  head -c $(( (free - room) * 1024 )) /dev/zero > "$DISK/ballast"
  longlist import "$FILES/$room" > "$OUT/full-$room" 2> "$OUT/said-$room"
  rm "$DISK/ballast"
  longlist import "$FILES/$room" > "$OUT/again-$room"
  longlist search > "$OUT/found-$room"
done
longlist doctor > "$OUT/doctor"
`;

describe.runIf(canMount)('a disk that fills up', () => {
  let place: TestPlace;
  beforeEach(() => {
    place = testPlace();
  });
  afterEach(() => place.remove());

  // What would break here: somebody told as loaded who is gone, somebody twice, a workspace that does not open again.
  it('keeps whoever was loaded, and takes the rest in when there is room', () => {
    const out = path.join(place.dir, 'out');
    const disk = path.join(place.dir, 'disk');
    mkdirSync(out);
    mkdirSync(disk);
    const cv = (room: number, n: number): string =>
      cvText({
        name: `Ida ${LETTERS[n]}olm${LETTERS[ROOM.indexOf(room as 40) + 1]}sen`,
        email: `p${room}-${n}@example.org`,
        // Other words for each, so that none is a copy of another.
        more: `Moved crates in hall ${room}-${n}. `.repeat(6000),
      });
    place.file('before/ada.txt', cvText({ name: 'Ada Before', email: 'ada@example.org' }));
    for (const room of ROOM) {
      for (let n = 0; n < 3; n++) place.file(`${room}/${n}.txt`, cv(room, n));
      writeFileSync(
        path.join(place.files, String(room), 'more.zip'),
        zip({ '3.txt': cv(room, 3), '4.txt': cv(room, 4) }),
      );
    }
    execFileSync('unshare', ['-m', 'sh', '-c', SCRIPT], {
      cwd: place.dir,
      env: {
        ...process.env,
        DISK: disk,
        FILES: place.files,
        OUT: out,
        NODE: process.execPath,
        CLI: path.join(PROGRAMS, 'cli.js'),
      },
    });
    const read = (name: string): string => readFileSync(path.join(out, name), 'utf8');
    let people = 1;
    for (const room of ROOM) {
      people += 5;
      expect(JSON.parse(read(`found-${room}`)), `${room} KB`).toMatchObject({ total: people });
    }
    const said = ROOM.map((room) => read(`full-${room}`) + read(`said-${room}`));
    expect(said.filter((words) => words.includes('The disk is full')).length).toBeGreaterThan(1);
    const checks = JSON.parse(read('doctor')) as readonly { readonly state: string }[];
    expect(JSON.stringify(checks)).not.toContain('"failed"');
  });
});

const LETTERS = 'BDFGHK';
