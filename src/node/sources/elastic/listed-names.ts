const mostNames = 12;
const longestName = 100;

/** Names of the server's as one value of a sentence. */
export function listedNames(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map((name) => name.slice(0, longestName));
  return shown.join(', ') + (names.length > shown.length ? ', …' : '');
}
