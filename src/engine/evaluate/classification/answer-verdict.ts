import { type VerdictWords, verdictOf } from '../../dataset/instructions/verdict';
import type { SequenceLabel } from '../../dataset/sequence';
import { evenSpace, memberOf, objectsIn, wordsOf } from './answer-objects';

/** More of an answer says nothing new of its verdict. */
const longestRead = 20_000;
const markdownMarks = /[*_`#>~"“”]+/g;
const listMark = /^(?:[-•]|\d+[.)]) /;
const word = 'anomal(?:y|ies|ous)|abnormal(?:ity|ities|ly)?|normal|正常|异常|異常';
const wordAlone = new RegExp(`^(${word})(?=$|\\n|\\s*[.,;:!。，；：！、)）\\]】—–-])`, 'iu');
const numberAlone = /^([01])[.。]?$/;
/** What is not so is said before the word, in the same clause. */
const mention = new RegExp(
  "(?<not>\\b(?:not?|non|never|nothing|none|without|neither|nor|cannot|free of|rather than|instead of|[a-z]{2,6}n['’]t)(?:\\s[^\\s,.;:!?]+){0,5}?[\\s-]" +
    '|(?:没有?|未|无(?!法)|不|非)[^，。；：！？,.;:!?\\n]{0,8}?)?' +
    '(?:\\b(?<english>anomal(?:y|ies|ous)|abnormal(?:ity|ities)?|normal)\\b|(?<chinese>正常|异常|異常))',
  'giu',
);
/** "Anomaly: none" denies it behind the word. */
const deniedBehind =
  /^\s*(?:detected|found|present)?\s*[:：=?？]\s*(?:no|none|false|0|无|否|没有)(?![\p{L}\d])/iu;
const confirmedBehind = /^\s*(?:detected|found|present)?\s*[:：=?？]\s*(?:yes|true|1|是|有)(?![\p{L}\d])/iu;
/** "Nothing anomalous or abnormal": what is denied of one is of the other. */
const conjunction = /^[,、]?\s?(?:or|nor|and|或者?|和|及)?\s?$/iu;
/** What is asked is not said. */
const question = /(?:\b(?:whether|if)\b[^.,;:!?]*|是否[^。，；：！？]*)$/iu;
const contextLength = 40;
const heading =
  /(?:\b(?:verdict|conclusion|label|prediction|classification|classified as|answer|result|status|decision)\b|结论|(?<!无法)判断|判定|结果|标签|答案)\s*(?:is|was|为|是(?!否))?\s*[:：=]?\s*([^\n.。;；]{1,80})/giu;
const statement =
  /(?:\b(?:sequence|log|logs|entries|records|lines|window|session|behaviou?r|activity|it|this|they|these)\s+(?:is|are|looks?|appears?|seems?|was|were)\b|(?:因此|所以|综上|总之|整体|序列|日志|记录)[^。；！？\n]{0,16}?(?:是|属于|为|存在|显示|判定))([^\n.。;；,，]{1,60})/giu;
const members =
  /^(?:verdict|label|prediction|predicted|class|classification|result|answer|status|decision|conclusion|结论|判断|判定|结果|标签|答案)$/i;
const anomalyMembers = /^(?:(?:is|has)?_?-?(?:anomal(?:y|ous)|abnormal)|异常|是否异常)$/i;

/**
 * The verdict of an answer in a model's own words, English or Chinese: the word it begins with, a member of JSON in it, a line that says
 * "Verdict: …", the only verdict that is named, or the last sentence that says what the log is. Null where it says both, or neither: a
 * guess would be counted as the model's. `own`: the words it was trained to begin with.
 */
export function verdictIn(answer: string, own?: VerdictWords): SequenceLabel | null {
  const text = plain(answer);
  return (
    (own ? verdictOf(text, own) : null) ??
    firstWord(text) ??
    verdictOfObjects(answer.slice(0, longestRead)) ??
    lastOf(text, heading) ??
    onlyVerdict(text) ??
    lastOf(text, statement)
  );
}

/** Without reasoning before it and without marks of Markdown. */
function plain(answer: string): string {
  const text = answer.slice(answer.lastIndexOf('</think>') < 0 ? 0 : answer.lastIndexOf('</think>') + 8);
  return evenSpace(text.slice(0, longestRead).replace(markdownMarks, '')).trim().replace(listMark, '');
}

function firstWord(text: string): SequenceLabel | null {
  const number = numberAlone.exec(text);
  if (number) return number[1] === '0' ? 'normal' : 'anomalous';
  const found = wordAlone.exec(text);
  if (!found) return null;
  const behind = text.slice(found[0].length);
  const label = labelOf(found[1]);
  return deniedBehind.test(behind) ? opposite(label) : label;
}

function verdictOfObjects(text: string): SequenceLabel | null {
  for (const object of objectsIn(text)) {
    const said = memberOf(object, members);
    const label = typeof said === 'number' ? labelOfFlag(said) : onlyVerdict(wordsOf(said));
    if (label !== null) return label;
    const flag = memberOf(object, anomalyMembers);
    if (typeof flag === 'boolean' || typeof flag === 'number') return labelOfFlag(flag);
  }
  return null;
}

/** What the last place that names a verdict says. */
function lastOf(text: string, places: RegExp): SequenceLabel | null {
  let last: SequenceLabel | null = null;
  for (const { 1: said, index } of text.matchAll(places))
    if (!question.test(text.slice(Math.max(0, index - contextLength), index)))
      last = onlyVerdict(said) ?? last;
  return last;
}

/** Null where a text names both, or none. */
function onlyVerdict(text: string): SequenceLabel | null {
  const named = new Set<SequenceLabel>();
  let [end, wasDenied] = [0, false];
  for (const found of text.matchAll(mention)) {
    const { not, english, chinese } = found.groups ?? {};
    const said = english ?? chinese;
    const start = found.index + found[0].length - said.length;
    const goesOn = wasDenied && conjunction.test(text.slice(end, start));
    end = start + said.length;
    if (question.test(text.slice(Math.max(0, start - contextLength), start))) continue;
    const behind = text.slice(end, end + contextLength);
    const isDenied = goesOn || (not !== undefined && !confirmedBehind.test(behind));
    wasDenied = isDenied !== deniedBehind.test(behind);
    named.add(wasDenied ? opposite(labelOf(said)) : labelOf(said));
  }
  return named.size === 1 ? ([...named][0] ?? null) : null;
}

function labelOf(said: string): SequenceLabel {
  return /^(?:normal|正常)$/i.test(said) ? 'normal' : 'anomalous';
}

function labelOfFlag(flag: number | boolean): SequenceLabel {
  return Number(flag) === 0 ? 'normal' : 'anomalous';
}

function opposite(label: SequenceLabel): SequenceLabel {
  return label === 'normal' ? 'anomalous' : 'normal';
}
