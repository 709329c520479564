import type { EvaluationPage, EvaluationTable } from './evaluation-page';

/** The page as Markdown without HTML and images, whatever a model or a file is called. */
export function evaluationMarkdown({ title, about, tables, notes }: EvaluationPage): string {
  const blocks = [
    `# ${inert(title)}`,
    about.map(inert).join('  \n'),
    ...tables.flatMap(tableBlocks),
    ...(notes.length === 0 ? [] : [notes.map((note) => `- ${inert(note)}`).join('\n')]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function tableBlocks({ title, words, head, rows }: EvaluationTable): string[] {
  const lines = [
    head.map(breakable).map(inert),
    head.map((_, at) => (at < words ? '---' : '---:')),
    ...rows.map((row) => row.map((cell, at) => inert(at < words ? breakable(cell) : cell))),
  ];
  const table = lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return title === '' ? [table] : [`## ${inert(title)}`, table];
}

/** A cell is as wide as its longest word, and a page of Markdown cuts what is wider than it: long names get places to break, where a hyphen gives none. */
function breakable(text: string): string {
  return text.replace(
    /[_/:@=](?=\S)|-(?=\d)|\.(?=[^\s\d])|[^\s_/.:@=-]{10}(?=[^\s_/.:@=-])/gu,
    `$&${zeroWidthSpace}`,
  );
}

const zeroWidthSpace = '\u200b';

function inert(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&!]/g, (character) => `\\${character}`).replace(/\s+/g, ' ');
}
