import type { AskedWindow } from '../engine/session-contrasts';
import { timeBoundOf } from './time-option';
import { UsageError } from './usage-error';

const between = '..';

/** What is asked about, and what it is held against. @throws UsageError */
export function focusOf(values: {
  readonly focus?: string | undefined;
  readonly against?: string | undefined;
}) {
  const focus = windowOf('--focus', values.focus);
  const against = windowOf('--against', values.against);
  if (focus === undefined && against !== undefined) {
    throw new UsageError({
      pattern: '{0} says what {1} is held against. Give both.',
      values: ['--against', '--focus'],
    });
  }
  return { focus, against };
}

/** `FROM..TO`, each a time as of `--since`; what is left out is open. Undefined where the option was not given. @throws UsageError */
function windowOf(option: string, value: string | undefined): AskedWindow | undefined {
  if (value === undefined) return undefined;
  const at = value.indexOf(between);
  const [from, until] = [value.slice(0, at), value.slice(at + between.length)];
  if (at < 0 || (from === '' && until === '')) {
    throw new UsageError({
      pattern: '{0} takes two times with two points between, like {1} or {2}, not "{3}".',
      values: [option, '2026-03-14T09:20..2026-03-14T09:35', '30m..10m', value],
    });
  }
  const boundOf = (text: string) => (text === '' ? null : timeBoundOf(option, text));
  return { from: boundOf(from), until: boundOf(until) };
}
