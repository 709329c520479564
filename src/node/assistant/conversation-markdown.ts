import type { Sentence } from '../../engine/model/finding';
import type { AnswerCitation } from '../../protocol/answer';
import type { Turn, TurnStatus } from '../../protocol/assistant';
import type { StoredConversation } from './conversation';
import { codeSpan, inertLine, inertMarkdown, list } from './inert-markdown';
import { reportMarkdown, type Say } from './report-markdown';

export interface ConversationMarkdownOptions {
  readonly say: Say;
  /** What was hidden from the model, as `3 IP addresses`; none where nothing was, or it was sent as it is. */
  readonly redacted: readonly string[];
}

/** A conversation as a Markdown file. It shows what the page shows, and loads and links nothing. */
export function conversationMarkdown(
  { title, logName, changed, turns }: Omit<StoredConversation, 'id'>,
  { say, redacted }: ConversationMarkdownOptions,
): string {
  const head = [
    `# ${inertLine(title)}`,
    `${codeSpan(logName)} · ${changed.slice(0, 16).replace('T', ' ')} UTC`,
  ];
  const hidden = redacted.map((one) => `- ${inertLine(one)}`);
  const shield =
    hidden.length === 0
      ? []
      : [`## ${say({ pattern: 'Hidden from the model', values: [] })}`, hidden.join('\n')];
  return `${[...head, ...turns.map((turn) => turnMarkdown(turn, say)), ...shield].join('\n\n')}\n`;
}

/** One question with its answer and the lines that prove it. */
export function turnMarkdown(turn: Omit<Turn, 'id'>, say: Say): string {
  const { question, badge, usage, status, answer, report, notices, steps } = turn;
  const about = [badge.text, usage].filter((text) => text !== '').map(inertLine);
  const parts = [
    questionMarkdown(question),
    about.length === 0 ? '' : `_${about.join(' · ')}_`,
    partMarkdown(status, say),
    list(steps.map(({ title }) => inertLine(title))),
    checkedMarkdown(answer).trim(),
    report === null ? '' : reportMarkdown(report, say),
    notices.map(({ text }) => `> ${inertLine(text)}`).join('\n>\n'),
    struckMarkdown(answer.struck, say),
    evidenceMarkdown(answer.citations, say),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Nothing partial is shown as whole. */
function partMarkdown(status: TurnStatus, say: Say): string {
  const parts: Partial<Record<TurnStatus, Sentence>> = {
    stopped: { pattern: 'The answer was stopped: this is what came of it.', values: [] },
    cut: { pattern: 'The answer was cut off: this is what came of it.', values: [] },
    failed: { pattern: 'The answer failed: this is what came of it.', values: [] },
  };
  const part = parts[status];
  return part === undefined ? '' : `**${say(part)}**`;
}

function questionMarkdown(question: string): string {
  const lines = question.trim().split(/\r?\n/);
  const heading = `## ${inertLine(lines[0])}`;
  if (lines.length === 1) return heading;
  return [
    heading,
    lines
      .slice(1)
      .map((line) => `> ${inertLine(line)}`)
      .join('\n'),
  ].join('\n\n');
}

/** Citations as code, what is struck out between `~~`; what is not checked yet stands as it came. */
function checkedMarkdown({ checked, rest, citations }: Turn['answer']): string {
  const inert = inertMarkdown(checked + rest);
  return inert
    .replace(/\uE000(\d{1,6})\uE001/g, (_, index: string) => labelOf(citations[Number(index)]))
    .replace(/\uE002(\s*)([\s\S]*?)(\s*)\uE003/g, '$1~~$2~~$3');
}

function labelOf(citation: AnswerCitation | undefined): string {
  return citation === undefined ? '' : `[${codeSpan(citation.label)}]`;
}

function struckMarkdown(struck: number, say: Say): string {
  if (struck === 0) return '';
  if (struck === 1) return say({ pattern: 'One citation did not hold and is struck out.', values: [] });
  return say({ pattern: '{0} citations did not hold and are struck out.', values: [struck] });
}

function evidenceMarkdown(citations: readonly AnswerCitation[], say: Say): string {
  const seen = new Map(citations.map((citation) => [`${citation.label} ${citation.isTrue}`, citation]));
  if (seen.size === 0) return '';
  const lines = [...seen.values()].map(({ label, isTrue, note }) =>
    isTrue ? `${codeSpan(label)} ${codeSpan(note)}` : `~~${codeSpan(label)}~~ ${inertLine(note)}`,
  );
  return `### ${say({ pattern: 'Evidence', values: [] })}\n\n${list(lines)}`;
}
