/** Text between backticks, by CommonMark: as many open it as close it. */
export interface CodeSpan {
  /** With its backticks. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Run {
  readonly start: number;
  readonly length: number;
}

/** In order; linear in the text, whatever backticks it holds: each run is gone past once as an opener and once as a closer. */
export function codeSpans(text: string, start: number, end: number): CodeSpan[] {
  const runs = runsOf(text, start, end);
  const byLength = grouped(runs);
  const passed = new Map<number, number>();
  const spans: CodeSpan[] = [];
  let at = start;
  for (const run of runs) {
    if (run.start < at) continue;
    const opener = unescaped(text, run, at);
    const closer = nextRun(byLength.get(opener.length), opener, passed);
    if (closer === undefined) continue;
    const inner = text.slice(opener.start + opener.length, closer.start);
    at = closer.start + closer.length;
    spans.push({ start: opener.start, end: at, text: inner });
  }
  return spans;
}

function runsOf(text: string, start: number, end: number): Run[] {
  const runs: Run[] = [];
  for (let at = text.indexOf('`', start); at !== -1 && at < end; at = text.indexOf('`', at)) {
    const from = at;
    while (at < end && text[at] === '`') at++;
    runs.push({ start: from, length: at - from });
  }
  return runs;
}

function grouped(runs: readonly Run[]): Map<number, Run[]> {
  const byLength = new Map<number, Run[]>();
  for (const run of runs) {
    const same = byLength.get(run.length);
    if (same === undefined) byLength.set(run.length, [run]);
    else same.push(run);
  }
  return byLength;
}

/** Without the backtick a backslash before it takes out. */
function unescaped(text: string, run: Run, from: number): Run {
  let backslashes = 0;
  while (run.start - backslashes > from && text[run.start - backslashes - 1] === '\\') backslashes++;
  return backslashes % 2 === 0 ? run : { start: run.start + 1, length: run.length - 1 };
}

function nextRun(
  runs: readonly Run[] | undefined,
  opener: Run,
  passed: Map<number, number>,
): Run | undefined {
  if (runs === undefined || opener.length === 0) return undefined;
  let index = passed.get(opener.length) ?? 0;
  while (index < runs.length && runs[index].start < opener.start + opener.length) index++;
  passed.set(opener.length, index);
  return runs[index];
}
