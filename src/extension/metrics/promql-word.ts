const strings = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g;
/** In a string that is still open, in braces (labels) or in brackets (a range). */
const isElsewhere = /["'`]|\{[^}]*$|\[[^\]]*$/;
/** A metric's name that is being typed; behind a digit it is a number's unit. */
const lastName = /(?<![\w.:])[A-Za-z_:][\w:]*$/;
/** Where one may begin: at the start, behind an operator or a parenthesis. */
const mayBegin = /(?:^|[-+*/%^(,=<>!]|\b(?:and|or|unless|by|without)\s)\s*$/;

/** Where the name of a metric at the end of a query begins, in UTF-16 units; undefined where none can stand there. */
export function metricNameStart(promql: string): number | undefined {
  if (isElsewhere.test(promql.replace(strings, ''))) return undefined;
  const typed = lastName.exec(promql);
  if (typed) return typed.index;
  return mayBegin.test(promql) ? promql.length : undefined;
}
