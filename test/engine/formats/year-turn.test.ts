import { expect, test } from 'vitest';
import { Session } from '../../../src/engine/session';

/** First and last time of a log of these stamps that was last written at `written`. */
function rangeOf(written: string, stamps: readonly string[]): [string | null, string | null] {
  const session = new Session();
  const referenceSeconds = Date.parse(written) / 1000;
  session.openSource({ path: 'messages', role: 'log', referenceSeconds });
  session.push(Buffer.from(stamps.map((stamp) => `${stamp} edge7 relay[7]: packet dropped\n`).join('')));
  session.closeSource();
  const { templates } = finish(session);
  return [iso(templates[0].firstTime), iso(templates[0].lastTime)];
}

function finish(session: Session) {
  const steps = session.mineTemplates();
  for (;;) {
    const step = steps.next();
    if (step.done) return { templates: step.value };
  }
}

const iso = (nanos: string | null): string | null =>
  nanos === null ? null : new Date(Number(BigInt(nanos) / 1_000_000n)).toISOString().slice(0, 19);

test.each([
  [
    'over New Year, written in January',
    '2026-01-03T10:00:00Z',
    ['Dec 30 23:00:00', 'Dec 31 23:59:59', 'Jan  1 00:00:00', 'Jan  3 09:59:59'],
    ['2025-12-30T23:00:00', '2026-01-03T09:59:59'],
  ],
  [
    'before New Year, written in December',
    '2025-12-31T23:59:59Z',
    ['Nov 30 10:00:00', 'Dec 31 23:59:59'],
    ['2025-11-30T10:00:00', '2025-12-31T23:59:59'],
  ],
  [
    'a day ahead of the clock that wrote the file',
    '2025-12-31T12:00:00Z',
    ['Dec 31 23:59:59', 'Jan  1 08:00:00'],
    ['2025-12-31T23:59:59', '2026-01-01T08:00:00'],
  ],
])('a log without years: %s', (_, written, stamps, range) => expect(rangeOf(written, stamps)).toEqual(range));

test('times out of order stay as they are written', () => {
  const stamps = ['Jun 12 09:41:07', 'Jun 12 09:41:05', 'Jun 12 09:41:09', 'Jun 12 09:41:06'];
  expect(rangeOf('2026-06-12T10:00:00Z', stamps)).toEqual(['2026-06-12T09:41:07', '2026-06-12T09:41:06']);
});
