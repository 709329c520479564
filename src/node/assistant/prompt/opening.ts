import type { Sentence } from '../../../engine/model/finding';
import { tokensOf } from '../../../engine/triage/evidence/token-count';
import { type ChatMessage, ModelError, type ToolDefinition } from '../../llm/chat-model';
import type { Inquiry, InvestigationParts } from '../investigation';
import { noRoomForQuestion } from '../sentences';
import { attachedPart, earlierPart, evidencePart, type Hide } from './context-parts';
import { messageTokens, toolTokens } from './message-tokens';
import { namesText, questionText } from './question-text';
import { systemText } from './system-text';
import { promptRoom, type TokenRoom } from './token-room';

/** What a model is told before it says a word, as it goes out. */
export interface Opening {
  readonly messages: readonly ChatMessage[];
  readonly tools: readonly ToolDefinition[];
  /** Of messages and tools. */
  readonly tokens: number;
  readonly evidenceTokens: number;
  /** What was left out of it. */
  readonly notices: readonly Sentence[];
}

/** Shares of what is left beside system text, tools and question; the rest is for what tools answer. */
const shares = { evidence: 0.4, attached: 0.3, earlier: 0.2 } as const;
/** Without tools nothing comes behind it. */
const sharesAlone = { evidence: 0.5, attached: 0.3, earlier: 0.2 } as const;

const goOn =
  'Your answer was cut off in transit. Go on exactly behind its last character: repeat nothing, begin with no new heading or greeting.';

/** Throws ModelError `context-too-long` where not even the question fits; rejects where the log does, or with the signal's reason. */
export async function openingOf(
  inquiry: Inquiry,
  parts: InvestigationParts,
  room: TokenRoom,
  tools: readonly ToolDefinition[],
  signal: AbortSignal,
): Promise<Opening> {
  const hide: Hide = async (text) => (parts.shield === null ? text : parts.shield.redact(text, signal));
  const hasTools = tools.length > 0;
  const hideTold: Hide = async (text) =>
    parts.shield === null ? text : parts.shield.redactTold(text, signal);
  const system = systemText({
    language: inquiry.language,
    hasTools,
    hasSources: hasTools && parts.tools.sources().length > 0,
    isReport: inquiry.command === 'rootcause',
  });
  const names = await namesText(inquiry, parts, hasTools, hide);
  // Whatever is hidden anywhere is known before what the reader saw is hidden: the same goes out as was shown to go out.
  for (const text of seenTexts(inquiry)) await hide(text);
  const left =
    promptRoom(room) -
    messageTokens([{ role: 'system', content: system }, ...(await resumeMessages(inquiry.resume, asItIs))]) -
    tokensOf(names) -
    tokensOf(await questionText(inquiry, asItIs)) -
    toolTokens(tools);
  if (left < 0) throw new ModelError('context-too-long', noRoomForQuestion(room.context));
  const share = hasTools ? shares : sharesAlone;
  const attached = await attachedPart(inquiry, hide, Math.floor(left * share.attached));
  const budget = Math.min(room.evidence, Math.floor(left * share.evidence));
  const evidence = await evidencePart(inquiry, parts, hide, budget, signal);
  const earlier = await earlierPart(inquiry.earlier, hideTold, left * share.earlier);
  const resumed = await resumeMessages(inquiry.resume, hideTold);
  const question = await questionText(inquiry, hideTold);
  const content = [names, evidence?.text ?? '', attached.text, question].filter((text) => text !== '');
  const messages: ChatMessage[] = [
    { role: 'system', content: system },
    ...earlier.messages,
    { role: 'user', content: content.join('\n\n') },
    ...resumed,
  ];
  return {
    ...{ messages, tools },
    tokens: messageTokens(messages) + toolTokens(tools),
    evidenceTokens: evidence === null ? 0 : tokensOf(evidence.text),
    notices: [...earlier.notices, ...attached.notices],
  };
}

const asItIs: Hide = async (text) => text;

function seenTexts({ question, resume = '', earlier }: Inquiry): readonly string[] {
  return [question, resume, ...earlier.flatMap((turn) => [turn.question, turn.answer])];
}

async function resumeMessages(said: string | undefined, hide: Hide): Promise<ChatMessage[]> {
  if (said === undefined || said === '') return [];
  return [
    { role: 'assistant', content: await hide(said), toolCalls: [] },
    { role: 'user', content: goOn },
  ];
}
