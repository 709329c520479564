import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SignatureId, SourceIndex, TemplateId } from '../../../src/engine/model/units';
import { Session } from '../../../src/engine/session';
import { TemplateMiner } from '../../../src/engine/templates/template-miner';
import { finish } from '../log-builder';

const word = fc.constantFrom(
  ...[
    'tug',
    'pulls',
    'barge',
    'ada',
    'ben',
    'cho',
    'user',
    'com.port.Quay',
    'com.port.Lock',
    '7',
    '7a',
    'closed',
  ],
  ...['用户王伟登录', '用户李芳登录', '用户张敏登录', '系统', '[a,', 'b]'],
);
const lines = fc.array(
  fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
  { minLength: 1, maxLength: 60 },
);

interface Step {
  readonly before: readonly TemplateId[];
  readonly now: readonly TemplateId[];
  readonly aliases: ReturnType<TemplateMiner['aliasesSince']>;
}

/** What each line did to the templates of the lines before it. */
function* steps(text: readonly string[]): Generator<Step> {
  const miner = new TemplateMiner();
  const signatures: SignatureId[] = [];
  for (const line of text) {
    const mark = miner.aliasMark;
    const before = signatures.map((signature) => miner.templateOf(signature));
    const bytes = new TextEncoder().encode(line);
    signatures.push(miner.signatureOf(bytes, 0, bytes.length, 0));
    const now = signatures.map((signature) => miner.templateOf(signature));
    yield { before, now, aliases: miner.aliasesSince(mark) };
  }
}

describe('as a log grows', () => {
  test('a line stays in its template or goes to an older one', () => {
    fc.assert(
      fc.property(lines, (text) => {
        for (const { before, now } of steps(text))
          for (const [line, id] of before.entries()) expect(now[line]).toBeLessThanOrEqual(id);
      }),
    );
  });

  test('an id that became an alias is never a template again', () => {
    fc.assert(
      fc.property(lines, (text) => {
        const gone = new Set<number>();
        for (const { before, now } of steps(text)) {
          for (const id of before) if (!now.includes(id)) gone.add(id);
          for (const id of now) expect(gone.has(id)).toBe(false);
        }
      }),
    );
  });

  test('what became part of an older template is told, and nothing else', () => {
    fc.assert(
      fc.property(lines, (text) => {
        for (const { before, now, aliases } of steps(text)) {
          const gone = new Set(before.filter((id) => !now.includes(id)));
          const told = aliases.filter(({ younger }) => before.includes(younger));
          expect(new Set(told.map(({ younger }) => younger))).toEqual(gone);
          for (const { younger, older } of told) expect(now[before.indexOf(younger)]).toBe(older);
        }
      }),
    );
  });
});

const log = [
  '2026-11-21 10:00:00 INFO tug 7 pulls the barge of ada',
  '2026-11-21 10:00:01 INFO tug 8 pulls the barge of ben',
  '2026-11-21 10:00:02 WARN 用户王伟登录失败',
  '2026-11-21 10:00:03 WARN 用户李芳登录失败',
  '2026-11-21 10:00:04 WARN 用户张敏登录失败',
  'and more of it',
].join('\r\n');
const corrections = [
  { kind: 'split', pattern: ['用户<word>登录失败'], position: 0 },
  { kind: 'pin', token: 'ada', as: 'variable' },
] as const;

/** Templates and lines of the log that arrives in these pieces. */
function read(pieces: readonly Uint8Array[]) {
  const session = new Session({ templateCorrections: corrections });
  session.openSource({ path: 'port.log', role: 'log', referenceSeconds: 1_790_000_000 });
  for (const piece of pieces) session.push(piece);
  session.closeSource();
  return {
    templates: finish(session.mineTemplates()),
    lines: [...session.templates.templatesOfLines(0 as SourceIndex)],
    outcomes: session.correctionOutcomes,
  };
}

test('a corrected log has the same templates at every chunk boundary', () => {
  const bytes = new TextEncoder().encode(log);
  const whole = read([bytes]);
  const [ada, ben, ...others] = whole.lines;
  expect(ada).toBe(ben);
  expect(new Set(others).size).toBe(3);
  expect(whole.outcomes).toEqual([{ state: 'applied' }, { state: 'applied' }]);
  for (let cut = 0; cut <= bytes.length; cut++)
    expect(read([bytes.slice(0, cut), bytes.slice(cut)])).toEqual(whole);
});
