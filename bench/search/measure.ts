/** CPU and clock time of some runs of one thing, in ms. */
export interface Times {
  readonly cpu: readonly number[];
  readonly clock: readonly number[];
}

/** Runs something so many times after a first one that does not count, and prints how long it took. */
export async function time(
  name: string,
  times: number,
  work: (n: number) => unknown,
): Promise<Times> {
  const clock: number[] = [];
  const cpu: number[] = [];
  await work(0);
  for (let n = 0; n < times; n++) {
    const before = process.cpuUsage();
    const start = performance.now();
    await work(n);
    clock.push(performance.now() - start);
    const used = process.cpuUsage(before);
    cpu.push((used.user + used.system) / 1000);
  }
  print(name, { cpu, clock });
  return { cpu, clock };
}

export function print(name: string, { cpu, clock }: Times): void {
  const ms = (value: number): string => `${value.toFixed(2).padStart(8)} ms`;
  console.log(
    `  ${name.padEnd(38)} CPU p50 ${ms(percentile(cpu, 0.5))}  p95 ${ms(percentile(cpu, 0.95))}   clock p50 ${ms(percentile(clock, 0.5))}  p95 ${ms(percentile(clock, 0.95))}`,
  );
}

/** The value that `share` of them do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
