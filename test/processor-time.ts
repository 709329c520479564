/**
 * Milliseconds of processor time that this process takes for it. Unlike those of a clock they do not grow where the machine is busy with
 * something else: what a test says of costs it says in these.
 */
export function processorMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
