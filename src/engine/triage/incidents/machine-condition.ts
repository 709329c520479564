import type { Finding } from '../../model/finding';

/** Rules that speak of what a machine has once, whoever runs into it. */
const conditions: ReadonlySet<string> = new Set([
  'out-of-memory',
  'disk-full',
  'read-only-file-system',
  'io-error',
  'hardware-error',
  'kernel-panic',
  'overheating',
]);

/**
 * The state of the machine a finding tells of, by the id of its rule; undefined where it tells of none. The kernel that kills a
 * process for its memory and the manager that restarts the service tell of one trouble, though neither names the other.
 */
export function machineCondition({ reasons }: Finding): string | undefined {
  const ids = reasons
    .filter(({ detector }) => detector === 'rules')
    .map(({ message }) => String(message.values[0]));
  return ids.find((id) => conditions.has(id));
}
