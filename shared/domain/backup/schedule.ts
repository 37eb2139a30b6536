/** The hour of the local clock after which the nightly backup is made. */
export const NIGHT_HOUR = 2;

/** After a failure it is tried again after so many minutes: sooner at first, then every four hours. */
const AGAIN_MINUTES = [10, 30, 60, 120, 240] as const;
const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * When the next automatic backup is due: at the first night after the last good one, at once where there is none, or where the last one is
 * dated after now (the clock was ahead). After failures: when it is tried again, never before the night.
 */
export function nextBackupAt({ lastGoodAt, failures }: Past, now: Date): Date {
  const last = lastGoodAt === null ? null : Date.parse(lastGoodAt);
  const due = last === null || last > now.getTime() + DAY ? now : nightAfter(new Date(last));
  const lastFailure = failures?.at === undefined ? null : Date.parse(failures.at);
  if (failures === null || lastFailure === null) return due;
  const minutes = AGAIN_MINUTES[Math.min(failures.count, AGAIN_MINUTES.length) - 1] ?? 10;
  const again = lastFailure + minutes * MINUTE;
  // A failure that is dated after now says nothing of how long ago it was.
  if (lastFailure > now.getTime()) return due;
  return new Date(Math.max(again, due.getTime()));
}

export interface Past {
  readonly lastGoodAt: string | null;
  /** Since the last good one: how many tries failed, and when the last of them. */
  readonly failures: { readonly count: number; readonly at: string } | null;
}

/** The first time after `at` that the local clock shows the hour, or the first after it in a night that leaves it out. */
function nightAfter(at: Date): Date {
  const night = new Date(at);
  night.setHours(NIGHT_HOUR, 0, 0, 0);
  if (night.getTime() <= at.getTime()) {
    night.setDate(night.getDate() + 1);
    night.setHours(NIGHT_HOUR, 0, 0, 0);
  }
  return night;
}
