import { describe, expect, test } from 'vitest';
import * as stepped from '../../../src/engine/citations/checked-answer';
import type { CheckedAnswer, CitedRecords } from '../../../src/engine/citations/checked-citation';
import { strikeEnd, strikeStart } from '../../../src/engine/citations/marks';
import type { LineNumber, SourceIndex } from '../../../src/engine/model/units';
import { checkedAnswer } from './checked-at-once';
import { bakery, recordsOf } from './records';

const check = (text: string): CheckedAnswer => checkedAnswer(text, recordsOf(bakery));

/** With `~~` for what is struck out and `<label>` for a citation. */
function shown({ text, citations }: CheckedAnswer): string {
  return text
    .replaceAll(strikeStart, '~~')
    .replaceAll(strikeEnd, '~~')
    .replace(/\uE000(\d+)\uE001/g, (_, index) => `<${citations[Number(index)].label}>`);
}

interface Case {
  readonly name: string;
  readonly answer: string;
  readonly shows: string;
  readonly struck?: number;
}

function holds(cases: readonly Case[]): void {
  test.each(cases)('$name', ({ answer, shows, struck }) => {
    const checked = check(answer);
    expect(shown(checked)).toBe(shows);
    expect(checked.struck).toBe(struck ?? 0);
    expect(stepped.unmarked(checked)).toBe(answer);
  });
}

describe('quotes', () => {
  holds([
    {
      name: 'a part of the cited line',
      answer: 'It ran out: `below threshold` [L2].',
      shows: 'It ran out: `below threshold` <L2>.',
    },
    {
      name: 'white space is folded',
      answer: '`WARN yeast supply below` [L2]',
      shows: '`WARN yeast supply below` <L2>',
    },
    {
      name: 'of any line of the record',
      answer: 'Cause: `no route to mill` [L3]',
      shows: 'Cause: `no route to mill` <L3>',
    },
    { name: 'a line within the record', answer: '`no route to mill` [L4]', shows: '`no route to mill` <L4>' },
    {
      name: 'in double backticks',
      answer: '`` below threshold `` [L2]',
      shows: '`` below threshold `` <L2>',
    },
    {
      name: 'one letter changed',
      answer: 'It ran out: `below thresholt` [L2].',
      shows: '~~It ran out: `below thresholt` <L2>.~~',
      struck: 1,
    },
    { name: 'of another line', answer: '`retry 1 of 50` [L2]', shows: '~~`retry 1 of 50` <L2>~~', struck: 1 },
    {
      name: 'a number cut short is another number',
      answer: '`retry 1 of 5` [L6]',
      shows: '~~`retry 1 of 5` <L6>~~',
      struck: 1,
    },
    {
      name: 'with the number the line was given with',
      answer: '`2: 08:00:07 WARN` [L2]',
      shows: '`2: 08:00:07 WARN` <L2>',
    },
    {
      name: 'with the number of another line',
      answer: '`3: 08:00:07 WARN` [L2]',
      shows: '~~`3: 08:00:07 WARN` <L2>~~',
      struck: 1,
    },
    {
      name: 'an ellipsis leaves out what lies between',
      answer: '`yeast … 5 packets` [L2]',
      shows: '`yeast … 5 packets` <L2>',
    },
    { name: 'dots do, too', answer: '`could not...to mill` [L3]', shows: '`could not...to mill` <L3>' },
    {
      name: 'parts must come in order',
      answer: '`5 packets … yeast` [L2]',
      shows: '~~`5 packets … yeast` <L2>~~',
      struck: 1,
    },
    {
      name: 'dots that the log has are its text',
      answer: '`failed ... giving up` [L6]',
      shows: '`failed ... giving up` <L6>',
    },
    { name: 'nothing but an ellipsis', answer: 'Strange `…` [L2]', shows: '~~Strange `…` <L2>~~', struck: 1 },
    {
      name: 'each in some cited line',
      answer: '`yeast supply` and `giving up` [L2, L6]',
      shows: '`yeast supply` and `giving up` <L2><L6>',
    },
    {
      name: 'one invented beside a true one',
      answer: '`yeast supply` [L2] set `max_ovens` [L6].',
      shows: '~~`yeast supply` <L2> set `max_ovens` <L6>.~~',
      struck: 2,
    },
    { name: 'a short one that is not there', answer: 'The `9` [L2]', shows: '~~The `9` <L2>~~', struck: 1 },
    {
      name: 'a short one proves nothing by itself',
      answer: 'Everything burned `5` [L2]',
      shows: '~~Everything burned `5` <L2>~~',
      struck: 1,
    },
    { name: 'in Chinese', answer: '原因是 `烤箱温度过高` [L7]。', shows: '原因是 `烤箱温度过高` <L7>。' },
    {
      name: 'without a citation is no proof and no crime',
      answer: 'Set `max_ovens` higher.',
      shows: 'Set `max_ovens` higher.',
    },
    { name: 'of another document', answer: '`van 12 left` [B:L1]', shows: '`van 12 left` <B:L1>' },
  ]);
});

describe('claims without a quote', () => {
  holds([
    {
      name: 'share words with the template',
      answer: 'The supply of yeast fell [L2].',
      shows: 'The supply of yeast fell <L2>.',
    },
    {
      name: 'in another form of the word',
      answer: 'Orders could not be placed [L3].',
      shows: 'Orders could not be placed <L3>.',
    },
    {
      name: 'share one word only',
      answer: 'The supply of power fell [L2].',
      shows: '~~The supply of power fell <L2>.~~',
      struck: 1,
    },
    { name: 'a template of one word', answer: 'It was ready again [L8].', shows: 'It was ready again <L8>.' },
    { name: 'name a value', answer: 'Trouble with 4711 [L3].', shows: 'Trouble with 4711 <L3>.' },
    {
      name: 'name a part of a value',
      answer: 'Trouble with 47 [L3].',
      shows: '~~Trouble with 47 <L3>.~~',
      struck: 1,
    },
    {
      name: 'a single digit is in any claim',
      answer: 'Within 5 hours all burned [L2].',
      shows: '~~Within 5 hours all burned <L2>.~~',
      struck: 1,
    },
    {
      name: 'and so is a word such as true',
      answer: 'It is true, all burned [L9].',
      shows: '~~It is true, all burned <L9>.~~',
      struck: 1,
    },
    {
      name: 'the number of the line is no value',
      answer: 'All burned [L3, L220] and [L1].',
      shows: '~~All burned <L3><L220> and <L1>.~~',
      struck: 3,
    },
    { name: 'in Chinese', answer: '烤箱的温度过高了 [L7]。', shows: '烤箱的温度过高了 <L7>。' },
    {
      name: 'about something else in Chinese',
      answer: '网络中断了 [L7]。',
      shows: '~~网络中断了 <L7>。~~',
      struck: 1,
    },
    { name: 'saying nothing but where to look', answer: 'See [L1] and [L8].', shows: 'See <L1> and <L8>.' },
  ]);
});

describe('citations', () => {
  holds([
    { name: 'no such line', answer: 'See [L99].', shows: '~~See <L99>.~~', struck: 1 },
    { name: 'no such document', answer: 'See [Q4:L1].', shows: '~~See <Q4:L1>.~~', struck: 1 },
    { name: 'line 0', answer: 'See [L0].', shows: '~~See <L0>.~~', struck: 1 },
    {
      name: 'one that fails beside one that holds',
      answer: '`yeast supply` fell [L2][L99].',
      shows: '`yeast supply` fell <L2>~~<L99>~~.',
      struck: 1,
    },
    { name: 'a range that holds the line', answer: '`yeast supply` [L1-L3]', shows: '`yeast supply` <L1–3>' },
    { name: 'a range with a dash', answer: '`yeast supply` [L1–3]', shows: '`yeast supply` <L1–3>' },
    {
      name: 'a range that ends before it begins',
      answer: '`yeast supply` [L3-L1]',
      shows: '~~`yeast supply` <L3–1>~~',
      struck: 1,
    },
    {
      name: 'a range that is too wide',
      answer: '`yeast supply` [L1-L900]',
      shows: '~~`yeast supply` <L1–900>~~',
      struck: 1,
    },
    { name: 'in wide brackets', answer: '`yeast supply`【L2】', shows: '`yeast supply`<L2>' },
    { name: 'in brackets as wide as a letter', answer: '`yeast supply`［L2］', shows: '`yeast supply`<L2>' },
    {
      name: 'a bare number is of the document before it',
      answer: '`van 12` [B:L1, 1]',
      shows: '`van 12` <B:L1><B:L1>',
    },
    {
      name: 'in code',
      answer: 'As `[L2]` says, see [L8].',
      shows: '~~As `[L2]` says, see <L8>.~~',
      struck: 1,
    },
    {
      name: 'in a block of code',
      answer: '```\n[L99] `x`\n```\nSee [L8].',
      shows: '```\n[L99] `x`\n```\nSee <L8>.',
    },
    { name: 'behind a backslash', answer: 'As \\[L99] says', shows: 'As \\[L99] says' },
    {
      name: 'that looks like one',
      answer: 'A list [L], [12], [Level 3], [L3x].',
      shows: 'A list [L], [12], [Level 3], [L3x].',
    },
    {
      name: 'with an address behind it, which are words that no line shares',
      answer: 'See [L8](http://bad.example).',
      shows: '~~See <L8>(http://bad.example).~~',
      struck: 1,
    },
  ]);
});

describe('where a claim ends', () => {
  const bad = '`nonsense` [L2]';
  holds([
    {
      name: 'a sentence',
      answer: `Fine here. It was ${bad}. Fine there.`,
      shows: 'Fine here. ~~It was `nonsense` <L2>.~~ Fine there.',
      struck: 1,
    },
    {
      name: 'a citation behind the full stop',
      answer: 'Fine. It was `nonsense`. [L2] Fine.',
      shows: 'Fine. ~~It was `nonsense`. <L2>~~ Fine.',
      struck: 1,
    },
    {
      name: 'a citation the next sentence begins with',
      answer: 'It burned. [L8] says `ready`.',
      shows: 'It burned. <L8> says `ready`.',
    },
    {
      name: 'a decimal and an abbreviation',
      answer: `Took 3.5 s, e.g. Monday, ${bad}.`,
      shows: '~~Took 3.5 s, e.g. Monday, `nonsense` <L2>.~~',
      struck: 1,
    },
    {
      name: 'Chinese',
      answer: `正常。出错${bad}；正常！真的？是的。`,
      shows: '正常。~~出错`nonsense` <L2>；~~正常！真的？是的。',
      struck: 1,
    },
    {
      name: 'a citation right behind a Chinese full stop',
      answer: '正常。出错`nonsense`。[L2]后来好了。',
      shows: '正常。~~出错`nonsense`。<L2>~~后来好了。',
      struck: 1,
    },
    {
      name: 'bold',
      answer: `**It was ${bad}.** Fine.`,
      shows: '~~**It was `nonsense` <L2>.**~~ Fine.',
      struck: 1,
    },
    {
      name: 'an item of a list',
      answer: `- one\n- two ${bad}\n  goes on\n- three`,
      shows: '- one\n- ~~two `nonsense` <L2>\n  goes on~~\n- three',
      struck: 1,
    },
    {
      name: 'a numbered item within a quote',
      answer: `> 1. two ${bad}\n> 2. three`,
      shows: '> 1. ~~two `nonsense` <L2>~~\n> 2. three',
      struck: 1,
    },
    {
      name: 'a heading',
      answer: `## Why ${bad}\nFine.`,
      shows: '## ~~Why `nonsense` <L2>~~\nFine.',
      struck: 1,
    },
    {
      name: 'paragraphs',
      answer: `One\n\nTwo ${bad}\r\n\r\nThree`,
      shows: 'One\n\n~~Two `nonsense` <L2>~~\r\n\r\nThree',
      struck: 1,
    },
    {
      name: 'a cell of a table',
      answer: `| What | Where |\n|---|---|\n| oven ${bad} | yard |`,
      shows: '| What | Where |\n|---|---|\n| ~~oven `nonsense` <L2>~~ | yard |',
      struck: 1,
    },
    {
      name: 'a row whose citations have a cell of their own',
      answer: '| oven `nonsense` | [L2] |\n| `yeast supply` | [L2] |',
      shows: '| ~~oven `nonsense`~~ | ~~<L2>~~ |\n| `yeast supply` | <L2> |',
      struck: 1,
    },
    {
      name: 'a table without bars at its edges',
      answer: `What | Where\n--- | ---\noven ${bad} | yard`,
      shows: 'What | Where\n--- | ---\n~~oven `nonsense` <L2>~~ | yard',
      struck: 1,
    },
  ]);
});

test('marks in what a model wrote are none of ours', () => {
  const checked = check('\uE002See\uE003 \uE0007\uE001[L8]');
  expect(shown(checked)).toBe('See 7<L8>');
  expect(checked.citations).toHaveLength(1);
});

test('says what the line says, or why it proves nothing', () => {
  const { citations } = check('`ready` [L8].\n\n`steady` [L8].\n\nSee [L70].\n\nAll burned [L2].');
  expect(citations.map(({ says, failure }) => [says, failure?.pattern, failure?.values])).toEqual([
    ['08:00:13 INFO ready', undefined, undefined],
    ['08:00:13 INFO ready', '“{0}” does not stand in the cited lines.', ['steady']],
    ['', 'The log has no record at line {0}.', [70]],
    [
      '08:00:07 WARN yeast supply below threshold, 5 packets left',
      'The cited line shows neither the words nor a value of this claim.',
      [],
    ],
  ]);
});

describe('of a log of several files a citation is called by the file and its own line', () => {
  /** Lines 1 to 6 are `old.log`, the others `new.log`. */
  const inFiles: CitedRecords = (document, line) => {
    const record = recordsOf(bakery)(document, line);
    if (!record) return record;
    const { firstLine } = record;
    const file =
      firstLine <= 6
        ? { source: 0 as SourceIndex, name: 'old.log', line: firstLine }
        : { source: 1 as SourceIndex, name: 'new.log', line: (firstLine - 6) as LineNumber };
    return { ...record, file };
  };
  test.each([
    ['a line', '`ready` [L8].', 'new.log:2'],
    ['a line within a record', '`no route to mill` [L4].', 'old.log:4'],
    ['a range', '`could not place order` [L3-L5].', 'old.log:3–5'],
    ['a range over a rotation', '`giving up` [L6-L8].', 'old.log:6–new.log:2'],
    ['of another document', '`van 12` [B:L1].', 'B:old.log:1'],
    ['what proves nothing', '`steady` [L8].', 'new.log:2'],
    ['what is not there', '`ready` [L80].', 'L80'],
  ])('%s', (_, text, label) => {
    const [citation] = checkedAnswer(text, inFiles).citations;
    expect(citation.label).toBe(label);
  });

  test('what the model wrote is as it was', () => {
    const checked = checkedAnswer('`ready` [L8].', inFiles);
    expect(checked.citations[0]).toMatchObject({ written: '[L8]', firstLine: 8 });
    expect(stepped.unmarked(checked)).toBe('`ready` [L8].');
  });
});

test('a claim whose records are too long to be looked through proves nothing, and says so', () => {
  const long: CitedRecords = (_, line) => ({
    firstLine: line,
    lastLine: line,
    text: `ready ${'x'.repeat(60_000)}`,
    templateWords: ['ready'],
    parameters: [],
  });
  const [few] = checkedAnswer('`ready` [L1-L3].', long).citations;
  const [many] = checkedAnswer('`ready` [L1-L30].', long).citations;
  expect([few.failure, many.failure?.pattern]).toEqual([
    null,
    'This claim cites or quotes too much to be checked.',
  ]);
});

test('is checked claim by claim: a list of hundreds lets others in between', () => {
  const items = Array.from({ length: 300 }, () => '- The kettle boiled [L1].');
  const steps = stepped.checkedAnswer(items.join('\n'), recordsOf(bakery));
  let pauses = 0;
  while (!steps.next().done) pauses++;
  expect(pauses).toBe(300);
});
