import type { Sentence } from '../../../engine/model/finding';
import { fenced } from '../../../engine/tools/fence';
import { cutTo } from '../../../engine/tools/tool-answer';
import { tokensOf, weightOfToken } from '../../../engine/triage/evidence/token-count';
import type { ChatMessage } from '../../llm/chat-model';
import type { EarlierTurn, Inquiry, InvestigationParts } from '../investigation';
import { cutAttachment, leftOutTurns } from '../sentences';

/** Text as it goes out. */
export type Hide = (text: string) => Promise<string>;

/** A piece of a prompt, within its budget, as it goes out. */
export interface PromptPart {
  readonly text: string;
  /** What was left out of it. */
  readonly notices: readonly Sentence[];
}

/** A pack of fewer tokens names nothing. */
const leastEvidence = 100;
const evidenceLead =
  'Evidence: lines of the log that a program picked, each begins with its number. "⋯" stands where lines are left out; "×97 …3619" behind a line means that 97 are alike, the last at line 3619. Where the log has several files, "file NAME:" stands above the lines of each.';

/** Null where the reader took the evidence away, or there is no room for it. */
export async function evidencePart(
  inquiry: Inquiry,
  { log }: Pick<InvestigationParts, 'log'>,
  hide: Hide,
  budget: number,
  signal: AbortSignal,
): Promise<PromptPart | null> {
  if (inquiry.evidence === undefined || budget < leastEvidence) return null;
  const { text } = await log.evidencePack({ budget, focus: inquiry.evidence.focus }, signal);
  if (text === '') return null;
  return { text: `${evidenceLead}\n${fenced('evidence', await hide(text))}`, notices: [] };
}

/** What the reader attached, in order; what does not fit is cut, the last first. */
export async function attachedPart(inquiry: Inquiry, hide: Hide, budget: number): Promise<PromptPart> {
  const texts: string[] = [];
  const notices: Sentence[] = [];
  let left = budget;
  for (const { title, text } of inquiry.context) {
    const beginning = beginningOf(text, Math.max(0, left));
    const whole = await hide(beginning);
    const cut = cutTo(whole, Math.max(0, left) * weightOfToken);
    left -= tokensOf(cut);
    if (cut !== whole || beginning !== text)
      notices.push(cutAttachment(title, tokensOf(cut), Math.ceil(text.length / weightOfToken)));
    if (cut !== '') texts.push(`The reader attached:\n${fenced(await hide(title), cut)}`);
  }
  return { text: texts.join('\n\n'), notices };
}

/**
 * More than the budget may hold once it is redacted, and less than what may be attached. Cut between lines: half a secret is not known
 * to be one.
 */
function beginningOf(text: string, budget: number): string {
  const most = budget * weightOfToken * 4;
  if (text.length <= most) return text;
  return text.slice(0, Math.max(0, text.lastIndexOf('\n', most)));
}

/** As many of the last turns as fit, in order. */
export async function earlierPart(
  earlier: readonly EarlierTurn[],
  hide: Hide,
  budget: number,
): Promise<{ readonly messages: readonly ChatMessage[]; readonly notices: readonly Sentence[] }> {
  // An answer of nothing is refused by servers, and a question without one tells nothing.
  const told = earlier.filter(({ answer }) => answer.trim() !== '');
  const kept: ChatMessage[] = [];
  let left = budget;
  let count = 0;
  for (const { question, answer } of told.toReversed()) {
    left -= tokensOf(question) + tokensOf(answer);
    if (left < 0) break;
    const asked = await hide(question);
    const answered = await hide(answer);
    count++;
    kept.unshift({ role: 'user', content: asked }, { role: 'assistant', content: answered, toolCalls: [] });
  }
  return { messages: kept, notices: count < told.length ? [leftOutTurns(told.length - count)] : [] };
}
