import { chineseNegations } from './chinese-failure-words';

/** What counts rather than tells: `错误数: 0`. */
const count = /^(数|次数|率|码)?\s*[=:：]\s*(<number>|0)/;

/** Whether a Chinese word at `[start, end)` of the text is turned round ("没有错误") or counted ("错误数: 0"). */
export function saysNothing(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start).trimEnd();
  return chineseNegations.some((negation) => before.endsWith(negation)) || count.test(text.slice(end));
}
