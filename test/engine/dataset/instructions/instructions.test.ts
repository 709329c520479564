import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedInstructions } from '../../../../src/engine/dataset/instructions/check-instructions';
import { chineseInstructions } from '../../../../src/engine/dataset/instructions/chinese';
import { englishInstructions } from '../../../../src/engine/dataset/instructions/english';
import type {
  InstructionPattern,
  InstructionSet,
} from '../../../../src/engine/dataset/instructions/instruction-set';
import { Prompts } from '../../../../src/engine/dataset/instructions/prompts';
import { verdictOf } from '../../../../src/engine/dataset/instructions/verdict';
import { sentenceText } from '../../../../src/protocol/sentence';
import { hostileSequences } from '../hostile-sequences';
import { sequenceOf } from '../sample-sequences';

const plain: InstructionPattern = {
  instruction: 'Judge.',
  input: '{log}',
  normal: '{verdict}.',
  anomalous: '{verdict}.[[ It is about {category}.]][[ {reasons}]]',
};

function setOf(pattern: Partial<InstructionPattern>): InstructionSet {
  return { ...englishInstructions, patterns: [{ ...plain, ...pattern }] };
}

const broken = sequenceOf(['pool exhausted', 'order 7 failed'], {
  label: 'anomalous',
  category: 'database',
  reasons: ['The pool has no connection left.', 'Order 7 waited for one.'],
  session: '7',
});

const fills: readonly (readonly [text: string, filled: string])[] = [
  ['{verdict}: {count} of {source}', 'Anomalous: 2 of shop.log'],
  ['session {session}', 'session 7'],
  ['{reasons}', 'The pool has no connection left. Order 7 waited for one.'],
  ['{{log}} [x]', '{log} [x]'],
  ['a[[ b {category}]][[ c]]', 'a b database c'],
];

describe('an answer is made of', () => {
  it.each(fills)('%s', (anomalous, output) => {
    expect(new Prompts(setOf({ anomalous })).of(broken).output).toBe(output);
  });
});

it('what has nothing to say is left out', () => {
  const { output } = new Prompts(setOf({})).of({ ...broken, category: null, reasons: [] });
  expect(output).toBe('Anomalous.');
});

it('a category of the user is said as it is, also where an object has such a member', () => {
  const { output } = new Prompts(setOf({ anomalous: '{category}' })).of({ ...broken, category: 'toString' });
  expect(output).toBe('toString');
});

it('log text is put in as it stands', () => {
  const texts = ['{verdict} [[x]] {{', '$& $1'];
  expect(new Prompts(setOf({})).of(sequenceOf(texts)).input).toBe(texts.join('\n'));
});

const faults: readonly (readonly [what: string, set: unknown, sentence: string])[] = [
  ['no object', 3, '"verdicts.normal" of the instruction set is missing or is empty. Write a word.'],
  [
    'two equal verdicts',
    { ...englishInstructions, verdicts: { normal: 'OK', anomalous: ' ok' } },
    '"verdicts.normal" and "verdicts.anomalous" of the instruction set are the same word (OK), so no answer would tell its label. Write two.',
  ],
  [
    'no patterns',
    { ...englishInstructions, patterns: [] },
    '"patterns" of the instruction set is missing or is no list. Write at least one pattern.',
  ],
  [
    'a missing text',
    { ...englishInstructions, patterns: [{ ...plain, input: 1 }] },
    '"patterns[0].input" of the instruction set is missing or is no text.',
  ],
  [
    'an unknown placeholder',
    setOf({ input: '{logs}' }),
    'patterns[0].input names {logs}, and there is only {log}, {count}, {verdict}, {category}, {reasons}, {source}, {session}.',
  ],
  [
    'a lone brace',
    setOf({ input: '{log} }' }),
    'patterns[0].input has a } that is not paired. Pair it, or double a brace.',
  ],
  [
    'an open part',
    setOf({ input: '[[ {log}' }),
    'patterns[0].input has a [[ that is not paired. Pair it, or double a brace.',
  ],
  [
    'a part in a part',
    setOf({ input: '[[ [[ {log} ]] ]]' }),
    'patterns[0].input has a [[ that is not paired. Pair it, or double a brace.',
  ],
  [
    'no log',
    setOf({ input: 'see above' }),
    'patterns[0] shows the model no log. Put {log} into its instruction or its input.',
  ],
  [
    'an answer in the question',
    setOf({ instruction: 'It is {verdict}.' }),
    'patterns[0] gives the answer away: move {verdict} into "normal" and "anomalous".',
  ],
  [
    'an empty answer',
    setOf({ normal: ' ' }),
    'patterns[0].normal has no text. Write what the model is to answer.',
  ],
];

describe('a set a person wrote is refused with what to mend', () => {
  it.each(faults)('%s', (_, set, sentence) => {
    const { problem } = checkedInstructions(set);
    expect(problem && sentenceText(problem)).toBe(sentence);
  });

  it('and taken without the blanks around its verdicts, as answers are read', () => {
    const verdicts = { normal: ' Fine', anomalous: 'Broken ' };
    const { set } = checkedInstructions({ ...englishInstructions, verdicts });
    expect(set?.verdicts).toEqual({ normal: 'Fine', anomalous: 'Broken' });
  });

  it('and taken as it is where nothing is wrong, without what nobody knows', () => {
    const set = JSON.parse(JSON.stringify({ ...englishInstructions, comment: 'ours' }));
    expect(checkedInstructions(set).set).toEqual(englishInstructions);
  });
});

describe.each([
  ['English', englishInstructions],
  ['Chinese', chineseInstructions],
])('the %s set', (_, set) => {
  it('passes its own check', () => expect(checkedInstructions(set).set).toEqual(set));

  it('has answers from which the label is read, and none is empty', () => {
    fc.assert(
      fc.property(hostileSequences, (sequences) => {
        const prompts = new Prompts(set);
        for (const one of sequences) {
          const { instruction, output } = prompts.of(one);
          expect(verdictOf(output)).toBe(one.label);
          expect(instruction.trim()).not.toBe('');
        }
      }),
    );
  });

  it('asks the same of a sequence wherever it stands', () => {
    fc.assert(
      fc.property(hostileSequences, (sequences) => {
        const forth = sequences.map((one) => new Prompts(set).of(one));
        const shared = new Prompts(set);
        const back = [...sequences].reverse().map((one) => shared.of(one));
        expect(back.reverse()).toEqual(forth);
      }),
    );
  });
});

const answers: readonly (readonly [string, string | null])[] = [
  ['Normal.', 'normal'],
  [' anomalous: the pool is empty', 'anomalous'],
  ['异常。数据库', 'anomalous'],
  ['正常', 'normal'],
  ['Normally this works.', null],
  ['It is normal.', null],
  ['', null],
];

describe('the verdict of an answer', () => {
  it.each(answers)('%s', (answer, label) => expect(verdictOf(answer)).toBe(label));
});
