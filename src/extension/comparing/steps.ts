import type { ComparedLog } from './compared-logs';
import { differencesOf, isOfLog, spanNow } from './differences';

/** Where the differences marked in the log itself begin by now, in order. */
function lines(log: ComparedLog): number[] {
  const marked = (['new', 'shifted'] as const).flatMap((kind) => differencesOf(log.report, kind));
  return marked
    .filter(({ source }) => isOfLog(log.report, source))
    .flatMap((difference) => {
      const span = spanNow(log, difference);
      return span ? [span.line] : [];
    })
    .sort((a, b) => a - b);
}

/** After a line the next, behind the last the first again; undefined where there is none. */
export function nextLine(log: ComparedLog, line: number): number | undefined {
  const all = lines(log);
  return all.find((one) => one > line) ?? all[0];
}

export function previousLine(log: ComparedLog, line: number): number | undefined {
  const all = lines(log);
  return all.findLast((one) => one < line) ?? all.at(-1);
}
