/**
 * Words with which a run says that it failed and nothing of why: `BUILD FAILED in 14s`, `Process completed with exit
 * code 1.`, `10 tests completed, 1 failed`. A line that names anything else (a file, a step, a test) is no bare verdict.
 */
const outcomes = new Set(
  'fail fails failed failing failure failures error errors fatal unsuccessful unsuccessfully exit exited exits aborted broken wrong'.split(
    ' ',
  ),
);
const fillers = new Set(
  (
    'a an and as at but by did for has have in is not of on some the there to was were what with after due see went ' +
    'build builds built case cases check checks code command compilation compile complete completed conclusion done exception exceptions ' +
    'execution finished job jobs pass passed passing pipeline process result results return returned run running script skipped ' +
    'status step steps stopped success successes successful successfully suite suites task tasks terminated test tests testing time took ' +
    'total warning warnings workflow xfailed xpassed deselected s ms sec secs second seconds m min mins minute minutes h hours'
  ).split(' '),
);
/** A path, a task, a class, something quoted. */
const name = /^:\p{L}|^["'`]|\p{L}[./:_]+\p{L}|\p{Ll}\p{Lu}/u;
/** Values that say nothing of a cause. */
const idleValue = /<(?:number|duration|time)>/g;

/** `tokens`: a line's masked tokens. Also true of a level alone on its line. */
export function isBareVerdict(tokens: readonly string[]): boolean {
  if (tokens.length > longestVerdict) return false;
  const text = tokens.join(' ').replace(idleValue, ' ');
  if (/[<\p{Script=Han}]/u.test(text) || tokens.some((token) => name.test(token))) return false;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return (
    words.some((word) => outcomes.has(word)) && words.every((word) => outcomes.has(word) || fillers.has(word))
  );
}

const longestVerdict = 24;
