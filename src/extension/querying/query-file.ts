const longestName = 40;

/** `app-shop-timeout.logql`: the words of a query. */
export function queryFileName(logql: string): string {
  const words = logql.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+/, '');
  return `${words.slice(0, longestName).replace(/-+$/, '') || 'query'}.logql`;
}

/** With its source in its head, as `headOf` reads it: a comment ends with its line, so a name of more lines has no place there. */
export function queryFileText(source: string, logql: string): string {
  const head = /[\n\r]/.test(source) || source.trim() === '' ? '' : `# source: ${source}\n`;
  return `${head}${logql.trim()}\n`;
}
