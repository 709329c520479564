import fc from 'fast-check';
import type { DatasetSequence, SequenceRecord } from '../../../src/engine/dataset/sequence';
import { sequenceLabels } from '../../../src/engine/dataset/sequence';

/** What breaks formats of text: quotes, line ends of all kinds, NULs, BOMs, halves of pairs, cells a spreadsheet would run. */
const nasty = [
  '"',
  '""',
  "'",
  ',',
  ';',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\n\n',
  '\0',
  '\u0085',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\ud83d',
  '\ude00',
  '😀',
  '数据库连接超时',
  '=cmd()',
  "'=cmd()",
  "''+1",
  '-1',
  '@SUM(A1)',
  '＝1',
  '\\',
  '\\u0000',
  '{log}',
  '{{',
  ']]',
  '</script>',
  '\u001b[31m',
  ' ',
];

export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 6 })
  .map((pieces) => pieces.join(''));

const time = fc.option(fc.bigInt({ min: -(10n ** 18n), max: 4n * 10n ** 18n }).map(String));

const record: fc.Arbitrary<SequenceRecord> = fc.record({
  text: hostileText,
  line: fc.integer({ min: 1, max: 1e9 }),
  level: fc.constantFrom('none', 'debug', 'info', 'warn', 'error', 'fatal'),
  time,
  templateId: fc.nat({ max: 9 }),
  template: hostileText,
});

/** As it comes back from UTF-8. */
export function stored(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

export const hostileSequence: fc.Arbitrary<DatasetSequence> = fc.record({
  id: hostileText,
  label: fc.constantFrom(...sequenceLabels),
  category: fc.option(hostileText.filter((text) => text !== '')),
  reasons: fc.array(hostileText, { maxLength: 3 }),
  records: fc.array(record, { maxLength: 5 }),
  session: fc.option(hostileText),
  start: time,
  end: time,
  source: fc.constantFrom('app.log', '订单 "1".log', '=x.log'),
});

/** Ids are unique in a data set. */
export const hostileSequences = fc.uniqueArray(hostileSequence, {
  selector: ({ id }) => stored(id),
  maxLength: 6,
});
