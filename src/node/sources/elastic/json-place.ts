/** Where a text stops being JSON, in UTF-16 units; null where it is JSON. */
export function jsonPlace(text: string): number | null {
  const problem = problemOf(text);
  return problem === null ? null : (problem.at ?? firstWrong(text));
}

interface JsonProblem {
  /** Not always told. */
  readonly at: number | null;
  readonly isUnfinished: boolean;
}

function problemOf(text: string): JsonProblem | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const said = String(error);
    const found = /at position (\d+)/.exec(said);
    const at = found ? Number(found[1]) : null;
    const isUnfinished = at === text.length || /end of JSON input|Unterminated string/.test(said);
    return { at: isUnfinished ? text.length : at, isUnfinished };
  }
}

/** A beginning is right as long as only its end is missing: that tells the place by halving where the parser names none. */
function firstWrong(text: string): number {
  let right = 0;
  let wrong = text.length;
  while (wrong - right > 1) {
    const middle = (right + wrong) >>> 1;
    const problem = problemOf(text.slice(0, middle));
    if (problem === null || problem.isUnfinished) right = middle;
    else wrong = middle;
  }
  return right;
}
