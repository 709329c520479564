import { citationMark } from '../../engine/citations/marks';
import type { LineNumber } from '../../engine/model/units';
import type { AnswerCitation } from '../../protocol/answer';
import type { AnswerText } from '../../protocol/assistant';
import type { Tell } from '../../protocol/overview';
import type { AnswerBlock, AnswerPart, CitedLine } from './answer-block';
import { quoted, shownAsIs } from './inert-value';

/**
 * Blocks as Markdown in the reader's language, each line they tell of as a citation. `tell` is given sentences of safe values; `labelOf`
 * says what a line is called where `L123` would not tell which.
 */
export function answerText(
  blocks: readonly AnswerBlock[],
  tell: Tell,
  labelOf: (line: LineNumber) => string = (line) => `L${line}`,
): AnswerText {
  const citations: AnswerCitation[] = [];
  const cite = ({ line, says }: CitedLine): string => {
    citations.push({
      label: labelOf(line),
      document: '',
      firstLine: line,
      lastLine: line,
      isTrue: true,
      note: says,
    });
    return ` ${citationMark(citations.length - 1)}`;
  };
  const written = blocks.map((block) => blockText(block, tell, cite));
  return { checked: written.join(''), rest: '', citations, struck: 0 };
}

type Cite = (line: CitedLine) => string;

function blockText({ kind, parts }: AnswerBlock, tell: Tell, cite: Cite): string {
  const texts = parts.map((one) => partText(one, tell, cite));
  if (kind === 'heading') return `\n### ${texts.join(' ')}\n\n`;
  if (kind === 'item') return `- ${texts.join(' · ')}\n`;
  return `${texts.join(' ')}\n\n`;
}

/** Values are log text: what a pattern has in backticks becomes code, all else text without a meaning in Markdown. */
function partText({ sentence, cited }: AnswerPart, tell: Tell, cite: Cite): string {
  const values = sentence.values.map((value, index) => {
    if (typeof value === 'number') return value;
    return sentence.pattern.includes(`\`{${index}}\``) ? quoted(value) : shownAsIs(value);
  });
  return tell({ ...sentence, values }) + cited.map(cite).join('');
}
