import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { JournalQuery, JournalSource, NsText } from '../../../protocol/log-source';
import { problemOf } from '../../files/input-problems';

/** Every argument holds its value, so that none of a value is taken for an option. */
export type Arguments = readonly string[];

/** A file, a folder, or this machine's own. Throws InputError where there is none. */
export async function placeArguments({ path }: Pick<JournalSource, 'path'>): Promise<Arguments> {
  if (path === null) return [];
  const place = resolve(path);
  const found = await stat(place).catch((error) => {
    throw problemOf(path, error);
  });
  return [found.isDirectory() ? `--directory=${place}` : `--file=${place}`];
}

export function filterArguments({ units, priority, boot }: JournalQuery): Arguments {
  return [
    ...units.map((unit) => `--unit=${unit}`),
    ...(priority === null ? [] : [`--priority=${priority}`]),
    ...(boot === null ? [] : [`--boot=${boot}`]),
  ];
}

/** The microseconds of a journal within a span of nanoseconds, both included; null is open. */
export interface MicroSpan {
  readonly from: bigint | null;
  readonly until: bigint | null;
}

export function microSpan({ from, until }: Pick<JournalQuery, 'from' | 'until'>): MicroSpan {
  return {
    from: from === null ? null : micros(from),
    // The first microsecond that is out of it, and one less: journalctl includes what it is told.
    until: until === null ? null : micros(until) - 1n,
  };
}

/** Rounded up. */
function micros(time: NsText): bigint {
  return (BigInt(time) + 999n) / 1000n;
}

export function isEmpty({ from, until }: MicroSpan): boolean {
  return until !== null && (until < 0n || (from !== null && from > until));
}

export function spanArguments({ from, until }: MicroSpan): Arguments {
  return [
    ...(from === null ? [] : [`--since=${atTime(from)}`]),
    ...(until === null ? [] : [`--until=${atTime(until)}`]),
  ];
}

/** `@1772359200.005001` */
function atTime(micros: bigint): string {
  return `@${micros / 1_000_000n}.${String(micros % 1_000_000n).padStart(6, '0')}`;
}
