import { parseClockOffset } from '../../protocol/clock-offset';
import { UsageError } from '../usage-error';

/** Milliseconds to add to the times of each file, as `NAME=±D` says it of them; NAME is a name of `names` or a path. @throws UsageError */
export function offsetsOf(
  given: readonly string[],
  paths: readonly string[],
  names: readonly string[],
): readonly number[] {
  const offsets = paths.map(() => 0);
  for (const one of given) {
    const [name, milliseconds] = parsed(one);
    const named = paths.flatMap((path, i) => (path === name || names[i] === name ? [i] : []));
    if (named.length === 0) throw unknownName(name, names);
    for (const source of named) offsets[source] = milliseconds;
  }
  return offsets;
}

/** The last sign of equality counts: a path may hold one. */
function parsed(given: string): readonly [name: string, milliseconds: number] {
  const at = given.lastIndexOf('=');
  const milliseconds = at < 1 ? undefined : parseClockOffset(given.slice(at + 1));
  if (milliseconds !== undefined) return [given.slice(0, at), milliseconds];
  throw new UsageError({
    pattern: '{0} takes a file and what to add to its times, like {1} or {2}, not "{3}".',
    values: ['--offset', 'api.log=-2.5s', 'db.log=+1h30m', given],
  });
}

function unknownName(name: string, names: readonly string[]): UsageError {
  return new UsageError({
    pattern: '{0} names "{1}", which is none of the files. They are called: {2}.',
    values: ['--offset', name, names.join(', ')],
  });
}
