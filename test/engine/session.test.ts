import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateShopLog } from '../../src/engine/dataset/generator/shop-log';
import type { Analysis } from '../../src/engine/model/analysis';
import type { LineNumber, SourceIndex } from '../../src/engine/model/units';
import { Session } from '../../src/engine/session';
import type { SessionOptions } from '../../src/engine/session-values';
import { textsOf } from './source-texts';

const referenceSeconds = Date.UTC(2026, 10, 21) / 1000;
const first = 0 as SourceIndex;

function read(chunks: readonly Uint8Array[], options: SessionOptions = {}): Session {
  const session = new Session(options);
  session.openSource({ path: 'app.log', role: 'log', referenceSeconds });
  for (const chunk of chunks) session.push(chunk);
  session.closeSource();
  return session;
}

/** `sources`: the UTF-8 text of each. */
function finish(session: Session, ...sources: readonly Uint8Array[]): Analysis {
  const steps = session.analyse(textsOf(...sources));
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const analyse = (text: string, options?: SessionOptions) =>
  finish(read([bytesOf(text)], options), bytesOf(text));

const small = [
  '2026-03-14T09:26:53.589Z INFO  [orders] order 1001 accepted for customer 17',
  '2026-03-14T09:26:54.001Z ERROR [orders] order 1002 refused: stock is gone',
  'shop.StockException: nothing left of item 4711',
  '    at shop.Stock.take(Stock.java:41)',
  '',
  '2026-03-14T09:26:55.120Z INFO  [orders] order 1003 accepted for customer 18',
].join('\r\n');

describe('lines and their templates', () => {
  const cases: { name: string; text: string; records: number; lines: number[] }[] = [
    { name: 'nothing', text: '', records: 0, lines: [] },
    { name: 'only line ends', text: '\n\r\n\r', records: 0, lines: [-1, -1, -1] },
    { name: 'a final line end opens no line', text: 'disk ready\n', records: 1, lines: [0] },
    {
      name: 'a stack trace has its record’s template, an empty line none',
      text: small,
      records: 3,
      lines: [0, 1, 1, 1, -1, 0],
    },
    {
      name: 'before the first record',
      text: `banner of the server\n${small}`,
      records: 3,
      lines: [-1, 0, 1, 1, 1, -1, 0],
    },
    {
      name: 'LF, CR LF and a lone CR end a line; U+2028 does not',
      text: 'a b\nc d\r\ne f\rg\u2028h',
      records: 4,
      lines: [0, 1, 2, 3],
    },
  ];
  for (const { name, text, records, lines } of cases) {
    it(name, () => {
      const session = read([bytesOf(text)]);
      expect([...session.templates.templatesOfLines(first)]).toEqual(lines);
      expect(finish(session, bytesOf(text)).overview.records).toBe(records);
    });
  }
});

describe('the same bytes give the same analysis', () => {
  it('at every chunk boundary of a small log', () => {
    const bytes = bytesOf(small);
    const whole = finish(read([bytes]), bytes);
    for (let cut = 0; cut <= bytes.length; cut++) {
      expect(finish(read([bytes.slice(0, cut), bytes.slice(cut)]), bytes)).toEqual(whole);
    }
  });

  it('in any chunking of a generated log', () => {
    const bytes = bytesOf(generateShopLog({ seed: 3 }).text.slice(0, 60_000));
    const whole = finish(read([bytes]), bytes);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 40 }), (sizes) => {
        expect(finish(read(chunksOf(bytes, sizes)), bytes)).toEqual(whole);
      }),
      { numRuns: 15 },
    );
  });

  it('when the host reads every chunk into one and the same Buffer', () => {
    const bytes = bytesOf(small);
    const session = new Session();
    session.openSource({ path: 'app.log', role: 'log', referenceSeconds });
    const buffer = Buffer.alloc(7);
    for (let at = 0; at < bytes.length; at += 7) {
      const size = Buffer.from(bytes.buffer).copy(buffer, 0, at, at + 7);
      session.push(buffer.subarray(0, size));
    }
    session.closeSource();
    expect(finish(session, bytes)).toEqual(finish(read([bytes]), bytes));
  });

  it('in UTF-16', () => {
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${small}`, 'utf16le'));
    const { findings, templates } = analyse(small);
    expect(finish(read([utf16]), bytesOf(small))).toMatchObject({ findings, templates });
  });
});

describe('a line too long to be read whole', () => {
  it('is said', () => {
    const long = `2026-03-14T09:26:53.589Z INFO ${'x'.repeat(70_000)}`;
    const gaps = analyse(`${long}\n${small}\n${long}`).overview.notJudged;
    expect(gaps).toContainEqual({ pattern: expect.stringContaining('longer than'), values: [2, 64] });
    expect(analyse(small).overview.notJudged.filter(({ pattern }) => pattern.includes('longer'))).toEqual([]);
  });
});

describe('spans', () => {
  it('slice back to the exact line, its line end included', () => {
    const bytes = bytesOf(small);
    const session = read([bytes]);
    const lines = small.split('\r\n');
    const texts = lines.map((_, index) => {
      const { start, end } = session.spanOf(first, (index + 1) as LineNumber);
      return new TextDecoder().decode(bytes.slice(start, end)).replace(/\r\n$/, '');
    });
    expect(texts).toEqual(lines);
  });
});

describe('what a log looks like as a whole', () => {
  it('one with planted trouble has findings that tell of all planted lines: they stand there, or say until when it came again', () => {
    const log = generateShopLog({ seed: 1 });
    const bytes = bytesOf(log.text);
    const session = read([bytes]);
    const { verdict, findings, overview } = finish(session, bytes);
    expect(verdict).toBe('findings');
    const templates = [...session.templates.templatesOfLines(first)];
    const isTold = (line: number) =>
      findings.some(
        (finding) =>
          (finding.line <= line && line <= finding.endLine) ||
          (finding.templateId === templates[line - 1] && finding.line < line && line <= finding.repeats.line),
      );
    const planted = log.incidents.flatMap((incident) => incident.lines);
    expect(planted.filter((line) => !isTold(line))).toEqual([]);
    const marked = new Set(findings.flatMap((finding) => range(finding.line, finding.endLine)));
    const others = [...marked].filter((line) => !planted.includes(line));
    expect(others.length / overview.lines).toBeLessThan(0.02);
  });

  it('time limits keep what lies outside from becoming a finding', () => {
    const log = generateShopLog({ seed: 1 });
    const all = analyse(log.text).findings;
    const last = all[all.length - 1];
    const from = BigInt(last.time ?? 0);
    const findings = analyse(log.text, { from }).findings;
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.every((finding) => BigInt(finding.time ?? 0) >= from)).toBe(true);
  });

  it('a baseline makes what it holds usual', () => {
    const session = new Session();
    const bytes = bytesOf(generateShopLog({ seed: 1 }).text);
    for (const role of ['baseline', 'log'] as const) {
      session.openSource({ path: `${role}.log`, role, referenceSeconds });
      session.push(bytes);
      session.closeSource();
    }
    const { findings, sources } = finish(session, bytes, bytes);
    expect(sources.map((source) => source.role)).toEqual(['baseline', 'log']);
    expect(findings.every((finding) => finding.source === 1)).toBe(true);
  });

  it('an access log says which class a pattern is of, and shows the usual one', () => {
    const line = (status: number, second: number) =>
      `10.0.0.7 - - [12/Jun/2026:09:41:${String(second).padStart(2, '0')} +0000] "GET /cart HTTP/1.1" ${status} 512`;
    const lines = [...Array.from({ length: 50 }, (_, i) => line(200, i)), line(503, 51)];
    const { findings, templates } = analyse(lines.join('\n'));
    expect(templates.map(({ pattern }) => pattern.slice(-4))).toEqual([' 2xx', ' 5xx']);
    expect(findings.map(({ reasons }) => reasons[0].evidence[0]?.note.values)).toEqual([['2xx', 50, '5xx']]);
  });
});

function chunksOf(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length];
    chunks.push(bytes.slice(at, at + size));
    at += size;
  }
  return chunks;
}

function range(from: number, to: number): LineNumber[] {
  return Array.from({ length: to - from + 1 }, (_, i) => (from + i) as LineNumber);
}
