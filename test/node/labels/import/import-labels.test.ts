import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { toEnd } from '../../../../src/node/in-turns';
import { agreedLabels, importLabels } from '../../../../src/node/labels/import/import-labels';
import { type Label, subjectOf } from '../../../../src/node/store/label-line';
import { LabelStore, taughtLabels } from '../../../../src/node/store/labels';
import { sentenceText } from '../../../../src/protocol/sentence';
import { ofIncident, ofRecord, ofSession, ofTemplate } from '../../store/stored-labels';
import { temporaryFolder } from '../../temporary-folder';
import { logTargets } from './log-targets';

const folder = temporaryFolder();
const given = { by: 'me', at: '2026-11-22T13:00:00.000Z' };
let files = 0;

async function imported(text: string | Uint8Array, own: readonly Label[] = [], lines?: number) {
  const path = join(folder, `${files++}.txt`);
  writeFileSync(path, text);
  const found = await importLabels({ path, targets: logTargets(lines), own, given });
  const told = (sentences: typeof found.damaged) =>
    sentences.map((one) => sentenceText(one).replace(`${folder}/`, ''));
  return { ...found, damaged: told(found.damaged), unknown: told(found.unknown) };
}

/** What is said, short. */
const said = (labels: readonly Label[]) =>
  labels.map((label) => {
    const subject = subjectOf(label);
    const name =
      subject.kind === 'template' ? subject.pattern : subject.kind === 'session' ? subject.shape : subject.id;
    return `${label.label} ${subject.kind} ${name}`;
  });

const ofLine = (line: number, more: Partial<Label> = {}): Label => ({
  ...given,
  label: 'normal',
  finding: `r${line}`,
  template: 'a <n>',
  ...(more as object),
});

describe('names of columns and members', () => {
  it.each([
    ['line,label', '1,normal', 'normal record r1'],
    ['LineNumber;Anomaly', '2;1', 'anomalous record r2'],
    ['Line_No\tis-anomaly\tother', '3\ttrue\tx', 'anomalous record r3'],
    ['LineId|Label|Content', '4|-|whatever', 'normal record r4'],
    ['行号,标签', '5,异常', 'anomalous record r5'],
    ['Pattern,Verdict', 'a <n>,Abnormal', 'anomalous template a <n>'],
    ['EventTemplate,Label', 'b,正常', 'normal template b'],
    ['BlockId,Label', 'blk_1,Anomaly', 'anomalous session 0123456789abcdef'],
    ['session,label', 'blk_1,FALSE', 'normal session 0123456789abcdef'],
    ['session,template,line,label', 'blk_1,b,7,no', 'normal record r7'],
    ['label,label,line', 'normal,anomalous,8', 'normal record r8'],
    ['{"line":9,"label":0}', '', 'normal record r9'],
    ['{"Line_Number":"11","Anomalous":true,"other":[1]}', '', 'anomalous record r11'],
    ['{"template":"b","label":"正常"}', '', 'normal template b'],
  ])('%s', async (header, row, expected) => {
    expect(said((await imported(`${header}\n${row}\n`)).add)).toEqual([expected]);
  });

  it('tell who, when and why', async () => {
    const [label] = (
      await imported(
        'line,label,Category,Comment,Author,at\n1,1,database," dry\npool ",Mei,2026-01-31T12:00Z\n',
      )
    ).add;
    expect(label).toEqual(
      ofLine(1, {
        label: 'anomalous',
        category: 'database',
        note: 'dry\npool',
        by: 'Mei',
        at: '2026-01-31T12:00:00.000Z',
      }),
    );
  });

  it.each(['', 'first,second\n1,0\n', 'line,category\n1,disk\n', 'label,note\n1,x\n', '\u0000\n'])(
    'are missed in %j',
    async (text) => {
      await expect(imported(text)).rejects.toMatchObject({ name: 'InputError' });
    },
  );
});

describe('an imported file', () => {
  it('of ranges labels each record once', async () => {
    const { add } = await imported('{"line":8,"endLine":12,"label":1,"category":"disk","note":null}\n');
    expect(said(add)).toEqual([8, 9, 11, 12].map((line) => `anomalous record r${line}`));
  });

  it('of another store gives its lines as they are', async () => {
    const path = join(folder, 'labels.jsonl');
    const labels = [
      ofRecord('x'),
      ofTemplate('t', { label: 'anomalous' }),
      ofSession('0'.repeat(16)),
      ofIncident('i'),
    ];
    await new LabelStore(path).merge(labels, []);
    const { add, damaged } = await importLabels({ path, targets: logTargets(), own: [], given });
    expect([new Set(add), damaged]).toEqual([new Set(labels), []]);
  });

  it('of a newer store is refused', async () => {
    await expect(imported('{"oddline":"labels","version":9}\n')).rejects.toMatchObject({
      code: 'newer-store',
    });
  });

  it.each<[string, string | Uint8Array]>([
    ['a byte order mark and CR LF', '\ufeffline,label\r\n1,normal\r\n'],
    ['UTF-16', Buffer.from('\ufeffline,label\n1,normal\n', 'utf16le')],
    ['a packed file', gzipSync('line,label\n1,normal\n')],
    ["a spreadsheet's first line", 'sep=;\nline;label\n1;normal'],
    ['guarded cells', "line,label\n1,'-\n"],
    ['numbers as spreadsheets write them', 'line,label\n1.0,0\n'],
    ['blank lines', '\n\nline,label\n\n1,normal\n\n'],
    ['rows that say nothing', 'line,label\n2,\n1,normal\n3, \n'],
  ])('with %s is read', async (_, text) => {
    const { add, damaged } = await imported(text);
    expect([said(add), damaged]).toEqual([['normal record r1'], []]);
  });

  it.each<[string, string, string]>([
    ['2,maybe', '2', 'label'],
    ['2,5', '2', 'label'],
    ['0,1', '2', 'line'],
    ['1e3,1', '2', 'line'],
    ['-1,1', '2', 'line'],
    ['99999999999999999999,1', '2', 'line'],
    [',1', '2', 'line'],
    ['5,1,4', '2', 'endLine'],
    [`5,1,,${'long'.repeat(30)}`, '2', 'category'],
    ['5,1,,,yesterday', '2', 'at'],
  ])('has its good lines and names the damaged one: %s', async (row, line, member) => {
    const { add, damaged } = await imported(`line,label,endLine,category,at\n${row}\n1,normal\n`);
    expect(said(add)).toEqual(['normal record r1']);
    expect(damaged).toEqual([expect.stringMatching(`^Line ${line} of .* is no label: ${member} `)]);
  });

  it.each([
    ['{"line":1', 'is no JSON'],
    ['[]', 'is no label'],
    ['7', 'is no label'],
    ['{"line":{"__proto__":1},"label":1}', 'is no label: line'],
    ['{"__proto__":{"line":1,"label":1}}', 'is no label'],
    ['{"line":1,"label":["normal"]}', 'is no label: label'],
  ])('of JSON lines too: %s', async (row, problem) => {
    const { add, damaged } = await imported(`{"line":1,"label":0}\n${row}\n`);
    expect(said(add)).toEqual(['normal record r1']);
    expect(damaged).toEqual([expect.stringContaining(problem)]);
  });

  it('loses one row by a quote that is not closed', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => `${i * 10 + 1},normal,`);
    const { add, damaged } = await imported(`line,label,note\n5,1,"open\n${rows.join('\n')}\n`, [], 5000);
    expect(add).toHaveLength(300);
    expect(damaged).toEqual([expect.stringContaining('Line 2 of')]);
  });

  it('passes over a line of many megabytes, and NULs', async () => {
    const { add, damaged } = await imported(
      `line,label,note\n2,1,${'x'.repeat(5e6)}\n3,1,a\u0000b\n1,normal,\n`,
    );
    expect(said(add)).toEqual(['anomalous record r3', 'normal record r1']);
    expect(damaged).toEqual([expect.stringContaining('Line 2 of')]);
  });

  it('that is a log is refused early', async () => {
    const lines = Array.from({ length: 2000 }, (_, i) =>
      JSON.stringify({ time: i, level: 'info', label: 'x' }),
    );
    await expect(imported(lines.join('\n'))).rejects.toMatchObject({ code: 'no-labels' });
  });

  it.each<[string, string, string]>([
    ['a data set', '{"log_sequence":"a\\nb","label":"正常"}\n', 'is-dataset'],
    ['a data set of long texts', `{"instruction":"${'a'.repeat(1 << 20)}","output":"OK"}\n`, 'is-dataset'],
    ['a feature matrix', 'sequence_id,label,length,other_templates\na,normal,1,0\n', 'is-dataset'],
    ['a table of records', 'sequence_id,label,line,text\na,normal,1,x\n', 'is-dataset'],
    ['counts of templates', 'template_id,template,records,normal,anomalous\n1,a,3,3,0\n', 'is-dataset'],
    ['a table of something else', 'name,age\nAda,36\n', 'no-label-columns'],
    ['nothing', '', 'no-rows'],
    ['names of columns and no row', 'line,label\n', 'no-rows'],
    ['rows whose label is empty', 'line,label\n1,\n', 'no-label-in-rows'],
  ])('that holds %s is refused by what it holds', async (_, text, code) => {
    await expect(imported(text)).rejects.toMatchObject({ code });
  });

  it('that names too many records is refused', async () => {
    const everything = '{"line":1,"endLine":999999999999,"label":1}\n';
    await expect(imported(everything, [], 1e9)).rejects.toMatchObject({ code: 'too-many-labels' });
    await expect(imported(everything.repeat(300), [], 1000)).rejects.toMatchObject({
      code: 'too-many-labels',
    });
  });

  it('names what the log does not have', async () => {
    const text = 'line,label,template,session\n1,0\n2000,0\n10,0\n,1,c <n>\n,1,,blk_2\n';
    const { add, unknown } = await imported(text);
    expect(said(add)).toEqual(['normal record r1']);
    expect(unknown.map((one) => one.slice(0, 6))).toEqual(['Line 3', 'Line 4', 'Line 5', 'Line 6']);
  });
});

describe('conflicts', () => {
  const text = 'line,label,category\n1,anomalous,disk\n2,normal,\n3,anomalous,network\n1,normal,\n';

  it('are returned, not won', async () => {
    const own = [ofRecord('r1'), ofRecord('r2'), ofRecord('r3', { label: 'anomalous', category: 'disk' })];
    const { add, unchanged, conflicts } = await imported(text, own);
    expect([add, unchanged]).toEqual([[], 2]);
    expect(conflicts.map(({ own, at, logLine }) => [said([own])[0], at, logLine])).toEqual([
      ['normal record r1', 2, 1],
      ['anomalous record r3', 4, 3],
    ]);
  });

  it('name the line of the log where they are about one', async () => {
    const own = [ofRecord('r4'), ofTemplate('b', { label: 'normal' })];
    const { conflicts } = await imported('line,end line,template,label\n4,5,,1\n,,b,1\n', own);
    expect(conflicts.map(({ at, logLine }) => [at, logLine])).toEqual([
      [2, null],
      [3, null],
    ]);
  });

  it('within one file are too', async () => {
    const { add, conflicts } = await imported(text);
    expect(said(add)).toEqual(['anomalous record r1', 'normal record r2', 'anomalous record r3']);
    expect(conflicts.map(({ at }) => at)).toEqual([5]);
  });

  it('take the imported side only where it was taken', async () => {
    const found = await imported(text);
    expect(toEnd(agreedLabels(found, []))).toEqual(found.add);
    expect(said(toEnd(agreedLabels(found, found.conflicts)))).toEqual([
      'normal record r2',
      'anomalous record r3',
      'normal record r1',
    ]);
  });
});

it('what is exported as CSV or JSON lines is imported as it was said', async () => {
  const statement = fc.record({
    line: fc.integer({ min: 1, max: 9 }),
    label: fc.constantFrom('normal', 'anomalous'),
    category: fc.constantFrom('disk', '系统'),
    note: fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => isPlain(text)),
  });
  const some = fc.uniqueArray(statement, { selector: ({ line }) => line, minLength: 1 });
  await fc.assert(
    fc.asyncProperty(some, async (rows) => {
      const csv = await imported(`${Papa.unparse(rows, { newline: '\n' })}\n`);
      const jsonl = await imported(`${rows.map((row) => JSON.stringify(row)).join('\n')}\n`);
      expect(csv).toEqual(jsonl);
      expect(taughtLabels(jsonl.add).map(({ note }) => note)).toEqual(rows.map(({ note }) => note));
    }),
    { numRuns: 50 },
  );
});

/** Not what a guard against formulas would take off, and without line ends but LF. */
function isPlain(text: string): boolean {
  return text.trim() === text && !/^'|\r/.test(text);
}

it('a quote that nobody closed for long takes no other row with it, nor is read again with each', async () => {
  const rows = Array.from({ length: 40 }, (_, at) => `${at + 2},normal,${'x'.repeat(2000)}`);
  const text = ['line,label,other', '1,normal,"open', ...rows, '51,normal,"closed"'].join('\n');
  const { add, damaged } = await imported(text, [], 60);
  expect(said(add)).toHaveLength(40 - 4 + 1);
  expect(damaged).toEqual([expect.stringContaining('Line 2 of')]);
});
