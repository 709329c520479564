import type { Contrast } from '../../../src/engine/contrast/contrast';
import { Session } from '../../../src/engine/session';
import type { AskedContrast } from '../../../src/engine/session-contrasts';
import { finish } from '../log-builder';
import { textsOf } from '../source-texts';

export const startMs = Date.UTC(2026, 4, 4, 6, 0, 0);
const nanosPerMs = 1_000_000n;

/** Milliseconds since the epoch as nanoseconds. */
export function ns(ms: number): bigint {
  return BigInt(Math.round(ms)) * nanosPerMs;
}

export function sessionOf(...texts: readonly string[]): Session {
  const session = new Session();
  for (const [i, text] of texts.entries()) {
    session.openSource({ path: `${i}.log`, role: 'log', referenceSeconds: startMs / 1000 });
    session.push(new TextEncoder().encode(text));
    session.closeSource();
  }
  return session;
}

export type Asked = Partial<AskedContrast> & Pick<AskedContrast, 'focus'>;

export function contrastIn(texts: string | readonly string[], asked: Asked): Contrast {
  const logs = typeof texts === 'string' ? [texts] : texts;
  const question = { against: null, values: 'exact' as const, limit: 20, ...asked };
  return finish(sessionOf(...logs).contrasts.contrast(question, textsOf(...logs)));
}

/** `minutes` from the beginning of a log on. */
export function minutes(from: number, until: number) {
  return { from: ns(startMs + from * 60_000), until: ns(startMs + until * 60_000) };
}

/** What was named, as `over host = web-3`. */
export function named({ contrasts }: Contrast): string[] {
  return contrasts.map(({ direction, kind, name, value, within }) => {
    const subject = name === '' ? value : `${name} = ${value}`;
    return `${direction} ${kind} ${subject}${within === null ? '' : `, of ${within}`}`;
  });
}

/** One line a record, in order of time. */
export interface Line {
  /** Milliseconds since the log's beginning. */
  readonly at: number;
  readonly level?: string;
  readonly service?: string;
  readonly host?: string;
  readonly text: string;
}

export function jsonLog(lines: readonly Line[]): string {
  const inOrder = [...lines].sort((a, b) => a.at - b.at);
  return inOrder
    .map(({ at, level = 'info', service = 'desk', host = 'web-1', text }) =>
      JSON.stringify({ ts: new Date(startMs + at).toISOString(), level, logger: service, host, msg: text }),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** A record every so many milliseconds from one minute to another. */
export function every(
  ms: number,
  from: number,
  until: number,
  line: (i: number) => Omit<Line, 'at'>,
): Line[] {
  const count = Math.floor(((until - from) * 60_000) / ms);
  return Array.from({ length: count }, (_, i) => ({ at: from * 60_000 + i * ms, ...line(i) }));
}
