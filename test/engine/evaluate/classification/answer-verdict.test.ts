import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseInstructions } from '../../../../src/engine/dataset/instructions/chinese';
import { englishInstructions } from '../../../../src/engine/dataset/instructions/english';
import { verdictIn } from '../../../../src/engine/evaluate/classification/answer-verdict';
import { processorMs } from '../../../processor-time';

type Cases = Readonly<Record<string, readonly string[]>>;

const normal: Cases = {
  'the first word': [
    'Normal',
    'normal.',
    'Normal. All 9 entries are usual.',
    '正常。没有偏离。',
    '正常',
    '0',
  ],
  marks: [
    '**Normal**',
    '> *Normal*: nothing departs',
    '"Normal"',
    '`normal`',
    '- Normal',
    '## Verdict\n\n**Normal**',
  ],
  denial: [
    'Not anomalous.',
    'This is not anomalous',
    "It isn't abnormal in any way.",
    'There are no anomalies in these entries.',
    'No signs of anomalous behaviour were found.',
    'Nothing abnormal here.',
    'The sequence is non-anomalous.',
    'Anomaly: none',
    'Anomalous: no',
    '没有发现任何异常。',
    '该序列不存在异常',
    '未检测到异常行为',
    '异常：无',
    'Nothing anomalous or abnormal was written.',
    'Neither anomalous nor abnormal',
    'Is this anomalous? No.',
    '没有异常或异常迹象',
  ],
  JSON: [
    '{"label": "normal"}',
    '```json\n{"verdict": "Normal", "reason": "no anomalous entry"}\n```',
    'Here you are: {"label": 0, "why": "a { in a text"}',
    '{"is_anomaly": false}',
    '{"结论": "正常"}',
  ],
  'a line that says so': [
    'I looked for anomalous entries first.\nVerdict: Normal',
    'Some would call the retry anomalous; my final answer is normal.',
    '第三条看似异常。\n结论：正常',
  ],
  reasoning: ['<think>Could be anomalous? Verdict: anomalous… no.</think>\nNormal.'],
};

const anomalous: Cases = {
  'the first word': [
    'Anomalous',
    'anomalous. Category: network.',
    'Abnormal!',
    '异常。类别：网络。',
    '异常',
    '1',
    'Anomaly',
  ],
  marks: ['**Anomalous.** The pool ran dry.', '“Anomalous”', '1. Anomalous'],
  denial: [
    'This is not normal.',
    "That isn't normal at all",
    'The shutdown looks far from usual; it is no longer normal',
    '这段日志不正常',
    '并非正常运行',
    'Anomalous: yes',
    '异常：是',
    'Is it normal? No, the pool ran dry.',
  ],
  JSON: [
    '{"prediction": "anomalous"}',
    '{"label": 1}',
    '{"anomalous": true, "category": "network"}',
    '[{"标签": "异常"}]',
  ],
  'a line that says so': [
    'Most of it is normal operation.\nConclusion: anomalous, as the pool ran dry.',
    'Lines 1 to 4 are normal. **Verdict:** the sequence is anomalous.',
    '前两条正常。\n判断：异常',
  ],
  'a sentence that says so': [
    'Let me go through it. The first entries are normal start-up. Then the pool runs dry. So this sequence is anomalous',
    '前几条是正常的启动日志，之后连接被拒绝。因此该序列属于异常',
  ],
};

const unreadable: Cases = {
  nothing: [
    '',
    '   ',
    'I cannot tell.',
    '抱歉，我无法判断。',
    '无法判断是否异常。',
    'I cannot say whether this is anomalous',
    'It is unclear if these entries are normal',
    'Normally such logs are longer',
    '2',
    '{}',
    '{',
  ],
  both: [
    'It could be normal or anomalous.',
    '可能正常，也可能异常',
    'Normal people write normal logs, anomalous people do not',
  ],
};

function readsAs(cases: Cases, expected: 'normal' | 'anomalous' | null): void {
  for (const [kind, answers] of Object.entries(cases))
    it.each(answers)(`${kind}: %j`, (answer) => {
      expect(verdictIn(answer)).toBe(expected);
    });
}

describe('read as normal', () => readsAs(normal, 'normal'));
describe('read as anomalous', () => readsAs(anomalous, 'anomalous'));
describe('not read', () => readsAs(unreadable, null));

describe('verdictIn', () => {
  it('reads what instruction sets write, whatever follows', () => {
    const words = [englishInstructions, chineseInstructions].flatMap(({ verdicts }) => [verdicts]);
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.boolean(), fc.string(), (verdicts, isNormal, rest) => {
        const answer = `${isNormal ? verdicts.normal : verdicts.anomalous}. ${rest}`;
        expect(verdictIn(answer)).toBe(isNormal ? 'normal' : 'anomalous');
      }),
    );
  });

  it.each([
    ['blanks', `label${' '.repeat(200_000)}`],
    ['dashes behind a denial', `no${' -'.repeat(100_000)}`],
    ['denials', 'not '.repeat(50_000)],
    ['braces', '{'.repeat(200_000)],
    ['verdicts', 'it is normal '.repeat(20_000)],
    ['Chinese denials', '不没无未'.repeat(50_000)],
  ])('is done with much of %s at once', (_, answer) => {
    expect(processorMs(() => verdictIn(answer))).toBeLessThan(10_000);
  });

  it.each([
    ['{"toString": 1}', null],
    ['{"__proto__": null, "valueOf": {}}', null],
    ['[[["nested"]]]', null],
    ['["anomalous"]', 'anomalous'],
  ])('takes whatever JSON holds: %s', (value, expected) => {
    expect(verdictIn(`{"label": ${value}}`)).toBe(expected);
  });
});
