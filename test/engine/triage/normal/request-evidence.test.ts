import { describe, expect, it } from 'vitest';
import { NormalEvidence } from '../../../../src/engine/triage/normal/normal-evidence';
import { buildLog, finish, type Row, recordAt, rowsOf, statisticsOf } from '../../log-builder';

/** Two requests a round, their lines interleaved: `from`, `asked`, `done` of one between those of the other. */
function interleaved(rounds: number, texts: (id: string, step: number) => string): Row[] {
  return rowsOf(rounds * 6, (i) => {
    const round = Math.floor(i / 6);
    const id = `req-${1000 + round * 2 + (i % 2)}`;
    return { text: texts(id, Math.floor((i % 6) / 2)) };
  });
}

const steps = ['request came', 'asked the store', 'answered'] as const;
const plain = (id: string, step: number) => `[${id}] ${steps[step]}`;
const logfmt = (id: string, step: number) => `n=7 traceId="${id.slice(4)}" text="${steps[step]}"`;
const process = (id: string, step: number) => `web7 shop[${id.slice(4)}]: ${steps[step]}`;

/** The note on the last row, its values filled in, and the line it shows. */
function noteOnLast(rows: readonly Row[]): string | undefined {
  const log = buildLog({ rows });
  const evidence = new NormalEvidence(statisticsOf(log), log.texts);
  const last = recordAt(rows.length - 1);
  finish(evidence.gather([last], [last]));
  const found = evidence.of(last);
  return (
    found &&
    `${found.line} ${found.note.pattern.replace(/\{(\d)\}/g, (_, i) => String(found.note.values[i]))}`
  );
}

const broken = (texts: (id: string, step: number) => string, ...lines: readonly string[]) => [
  ...interleaved(30, texts),
  ...lines.map((text) => ({ text })),
];

const cases: { name: string; rows: readonly Row[]; expected: string | undefined }[] = [
  {
    name: 'the request’s next line, though another request’s stands between',
    rows: broken(plain, '[req-5000] request came', '[req-5001] request came', '[req-5000] gave up'),
    expected:
      '178 after `[req-<number>] request came` the next line with the same id is usually `[req-<number>] asked the store` (59 of 60 looked at), as here; not so for `req-5000`',
  },
  {
    name: 'of the step at which it went wrong, though others went wrong after it',
    rows: broken(
      plain,
      '[req-5000] request came',
      '[req-5000] asked the store',
      '[req-5000] no reply',
      '[req-5000] gave up',
    ),
    expected:
      '180 after `[req-<number>] asked the store` the next line with the same id is usually `[req-<number>] answered` (60 of 60 looked at), as here; not so for `req-5000`',
  },
  {
    name: 'named by its key',
    rows: broken(logfmt, logfmt('req-5000', 0), 'n=7 traceId="5000" text="gave up after three tries"'),
    expected:
      '178 after `n=<number> traceId="<number>" text="request came"` the next line with the same id is usually `n=<number> traceId="<number>" text="asked the store"` (60 of 60 looked at), as here; not so for `5000`',
  },
  {
    name: 'of a process',
    rows: broken(process, 'web7 shop[50001]: request came', 'web7 shop[50001]: gave up after three tries'),
    expected:
      '178 after `web<number> shop[<number>]: request came` the next line with the same id is usually `web<number> shop[<number>]: asked the store` (60 of 60 looked at), as here; not so for `50001`',
  },
  {
    name: 'nothing, where what should have come came',
    rows: broken(
      plain,
      ...[0, 1, 2].map((step) => plain('req-5000', step)),
      '[req-5000] closed by the other side',
    ),
    expected: undefined,
  },
  {
    name: 'nothing, where what comes next is no habit',
    rows: broken(
      (id, step) => `[${id}] ${step === 0 ? 'request came' : `went ${'abcdefg'[Number(id.slice(4)) % 7]}`}`,
      '[req-5000] request came',
      '[req-5000] gave up',
    ),
    expected: undefined,
  },
  {
    name: 'nothing without an identifier',
    rows: broken(() => 'tick', 'gave up'),
    expected: undefined,
  },
];

describe('what should have come next in the same request', () => {
  it.each(cases)('$name', ({ rows, expected }) => {
    expect(noteOnLast(rows)).toBe(expected);
  });

  it('of lines that share a telling word, where the template goes several ways', () => {
    const path = (i: number) => ['cart', 'order', 'login'][Math.floor(i / 2) % 3];
    const rows = rowsOf(180, (i) => ({
      text: i % 2 === 0 ? `[req-${1000 + i}] POST {${path(i)}} came` : `[req-${999 + i}] ${path(i)} written`,
    }));
    const ends = [{ text: '[req-5000] POST {order} came' }, { text: '[req-5000] gave up' }];
    expect(noteOnLast([...rows, ...ends])).toBe(
      '178 after `[req-<number>] POST <word> came` with `order` the next line with the same id is usually `[req-<number>] order written` (30 of 31 looked at), as here; not so for `req-5000`',
    );
  });

  it('reads a bounded part of a log in which every line is a finding', () => {
    const rows = interleaved(3000, plain);
    const log = buildLog({ rows });
    let bytes = 0;
    const evidence = new NormalEvidence(statisticsOf(log), {
      read: (source, start, end) => {
        bytes += end - start;
        return log.texts.read(source, start, end);
      },
    });
    const all = rows.map((_, i) => recordAt(i));
    finish(evidence.gather(all, all.slice(0, 50)));
    expect(bytes).toBeLessThan(60 * 64 * 1024);
  });
});
