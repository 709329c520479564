import type { IssueKind } from '../../../../src/engine/dataset/check/dataset-report';

/** Kind, file, line, sentence. */
export type Told = `${IssueKind} f${number}:${number | '-'} ${string}`;

export const jsonl = (...rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
export const alpaca = (input: string, output = 'Normal.') => ({ instruction: 'Judge.', input, output });
const chat = (...turns: readonly (readonly [role: string, content: unknown])[]) => ({
  messages: turns.map(([role, content]) => ({ role, content })),
});
const share = (...turns: readonly (readonly [from: string, value: unknown])[]) => ({
  conversations: turns.map(([from, value]) => ({ from, value })),
});
const sequence = (id: string | number, ...log_entries: unknown[]) => ({
  sequence_id: id,
  label: 0,
  log_entries,
});

const matrix = (...rows: readonly string[]) =>
  ['sequence_id,category,label,length,other_templates', ...rows, ''].join('\n');

interface Case {
  readonly what: string;
  readonly files: readonly string[];
  readonly maxTokens?: number;
  readonly issues: readonly Told[];
}

const noTurns = '"messages" is missing or is no list of turns, at least one.';
export const cases: readonly Case[] = [
  { what: 'a good file', files: [jsonl(alpaca('user logged in'), alpaca('user logged out'))], issues: [] },
  { what: 'blank lines and CR LF', files: ['\r\n{"instruction":"a","output":"b"}\r\n\r\n'], issues: [] },
  { what: 'a byte order mark', files: [`\ufeff${jsonl(alpaca('x'))}`], issues: [] },
  {
    what: 'members of the wrong kind, by line',
    files: [
      `${jsonl(alpaca('a'))}\n${jsonl({ instruction: 1, output: 'b' }, { instruction: 'a', input: 2, output: '' })}`,
    ],
    issues: [
      'schema f0:3 "instruction" is missing or is no text.',
      'schema f0:4 "input" is missing or is no text.',
    ],
  },
  {
    what: 'half a letter, which has no form in UTF-8, and a whole one of two halves',
    files: [`${jsonl(alpaca('a \ud83d\ude00'))}{"instruction":"a","input":"b \\ud83d","output":"Normal."}\n`],
    issues: [
      'schema f0:2 Its text has half a letter (\\ud800 … \\udfff), and readers such as Hugging Face datasets refuse the whole file.',
    ],
  },
  {
    what: 'a line that is no object',
    files: [`${jsonl(alpaca('a'))}[1]\n"x"\nnull\n`],
    issues: [
      'schema f0:2 It is no JSON object.',
      'schema f0:3 It is no JSON object.',
      'schema f0:4 It is no JSON object.',
    ],
  },
  {
    what: 'objects nobody knows',
    files: [jsonl({ a: 1, b: 2 })],
    issues: ['schema f0:1 No known format has the members a, b.'],
  },
  {
    what: 'one array',
    files: [JSON.stringify([alpaca('a')])],
    issues: [
      'format f0:- It is one JSON value over the whole file. Write one object a line: jq -c ".[]" FILE',
    ],
  },
  {
    what: 'one object over lines',
    files: [JSON.stringify(alpaca('a'), null, 2)],
    issues: ['format f0:- It is one JSON value over the whole file. Write one object a line: jq -c "." FILE'],
  },
  {
    what: 'a log',
    files: ['09:26:53 started\n'],
    issues: [
      'format f0:- Its first line is neither a JSON object nor the column names of a known table. See "docs/datasets.md".',
    ],
  },
  {
    what: 'nothing',
    files: ['\n \n'],
    issues: ['format f0:- It is empty. Export it again, or leave it out.'],
  },
  {
    what: 'turns of chats',
    files: [
      jsonl(
        chat(['user', 'a'], ['assistant', 'Normal.']),
        { messages: [] },
        chat(['bot', 'a']),
        chat(['user', 3]),
        chat(['user', 'b']),
        chat(['system', 'c'], ['assistant', 'd']),
        chat(['developer', 'x'], ['user', [{ type: 'text', text: 'parts' }]], ['assistant', 'e']),
      ),
    ],
    issues: [
      `schema f0:2 ${noTurns}` as Told,
      'schema f0:3 "messages[0].role" is missing or is none of these: system, developer, user, assistant, tool, function.',
      'schema f0:4 "messages[0].content" is missing or is no text.',
      'schema f0:5 "messages" does not end with a turn of "assistant".',
      'schema f0:6 "messages" has an answer, but no turn that asks for it.',
    ],
  },
  {
    what: 'turns of conversations',
    files: [jsonl(share(['human', 'a'], ['gpt', 'b']), share(['human', 'a'], ['gpt', null]))],
    issues: ['schema f0:2 "conversations[1].value" is missing or is no text.'],
  },
  {
    what: 'sequences',
    files: [
      jsonl(
        sequence(1, 'a'),
        sequence('2', 'b', 3),
        { ...sequence(4, 'd'), length: 2 },
        { ...sequence(5, 'e'), label: 'x' },
      ),
    ],
    issues: [
      'schema f0:2 "log_entries" is missing or is no list of texts.',
      'schema f0:3 "length" is not 1, as many as there are entries.',
      'schema f0:4 "label" is missing or is no number.',
    ],
  },
  {
    what: 'labels in Chinese',
    files: [
      jsonl(
        { log_sequence: 'a', label: '正常' },
        { log_sequence: ['b'], label: '异常' },
        { log_sequence: 'c', label: 1 },
      ),
    ],
    issues: ['schema f0:3 "label" is missing or is none of these: 正常, 异常.'],
  },
  {
    what: 'rows of tables',
    files: ['sequence_id,label,text\n1,normal,"a\nb"\n2,maybe,c\n3,normal\n4,normal,"d\n'],
    issues: [
      'schema f0:4 "label" is missing or is none of these: normal, anomalous.',
      'schema f0:5 The row has 2 cells, and the first line names 3 columns.',
      'schema f0:6 A quote in this row is not closed.',
    ],
  },
  {
    what: 'empty answers and examples without text',
    files: [jsonl(alpaca('a', ' '), alpaca('b', '')), jsonl(sequence(1), sequence(2, ' '))],
    issues: [
      'empty f0:1 The answer is empty.',
      'empty f0:2 The answer is empty.',
      'empty f1:1 It has no text.',
      'empty f1:2 It has no text.',
    ],
  },
  {
    what: 'examples over the limit',
    files: [jsonl(alpaca('a'.repeat(40)), alpaca('日志'.repeat(10)), alpaca('short'))],
    maxTokens: 12,
    issues: ['too-long f0:1 It has about 14 tokens.', 'too-long f0:2 It has about 24 tokens.'],
  },
  {
    what: 'repeats in a file',
    files: [jsonl(alpaca('user a in'), alpaca('user a in'), alpaca('job 7 done'), alpaca('job 8 done'))],
    issues: ['duplicate f0:2 As in line 1.', 'near-duplicate f0:4 Like line 3, but for values.'],
  },
  {
    what: 'what stands in two splits',
    files: [
      jsonl(alpaca('user a in'), alpaca('job 7 done')),
      jsonl(alpaca('job 9 done'), alpaca('user a in')),
    ],
    issues: ['leak f1:2 As in line 1 of f0.', 'near-leak f1:1 Like line 2 of f0, but for values.'],
  },
  {
    what: 'the same log under another question',
    files: [
      jsonl(chat(['system', 's'], ['user', 'One?\n\njob 7 done'], ['assistant', 'Normal.'])),
      jsonl(chat(['user', 'Two?\n\njob 7 done'], ['assistant', 'Normal.'])),
    ],
    issues: ['leak f1:1 As in line 1 of f0.'],
  },
  {
    what: 'one text under two labels',
    files: [jsonl(alpaca('pool empty', 'Normal.'), alpaca('pool empty', 'Anomalous.'))],
    issues: ['contradiction f0:2 As in line 1.', 'duplicate f0:2 As in line 1.'],
  },
  {
    what: 'an id used twice',
    files: [jsonl(sequence('s1', 'a'), sequence('s1', 'b')), jsonl(sequence('s1', 'c'))],
    issues: ['repeated-id f0:2 The id s1 was used before.'],
  },
  {
    what: 'rows of one sequence that stand apart',
    files: ['sequence_id,label,text\n1,normal,a\n2,normal,b\n1,normal,c\n'],
    issues: ['repeated-id f0:4 The id 1 was used before.'],
  },
  { what: 'a table with CR LF', files: ['text,sequence_id,label\r\n"a\r\nb",1,normal\r\n'], issues: [] },
  {
    what: 'records of the same templates',
    files: [
      'sequence_id,label,template,text\n1,normal,user <*> in,user ann in\n2,normal,user <*> in,user bob in\n',
    ],
    issues: ['near-duplicate f0:3 Like line 2, but for values.'],
  },
  {
    what: 'the same numbers in two splits, and others',
    files: [matrix('1,,0,2,0', '2,,0,3,0'), matrix('7,,0,3,0', '8,,0,4,0')],
    issues: ['near-leak f1:2 Like line 3 of f0, but for values.'],
  },
  { what: 'two formats of one set', files: [jsonl(alpaca('a b')), jsonl(sequence(1, 'a b'))], issues: [] },
  {
    what: 'the templates of two splits',
    files: ['template_id,template,records\n1,a,3\n', 'template_id,template,records\n1,a,x\n'],
    issues: ['schema f1:2 "records" is missing or is no whole number from 0.'],
  },
  {
    what: 'a matrix with a word in it',
    files: [matrix('1,,0,2,0', '2,,0,many,0')],
    issues: ['schema f0:3 "length" is missing or is no number.'],
  },
];
