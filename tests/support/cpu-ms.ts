/** CPU that this process has used so far, in ms: what a bound on work is held to, as the clock also counts what other programs do. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
