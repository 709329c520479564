import type { Sentence } from '../../engine/model/finding';
import { reportSchema } from '../../engine/root-cause-report/report-schema';
import { toolDeclarations } from '../../engine/tools/tools';
import type { ChatMessage, ChatRequest, ModelError, ToolDefinition } from '../llm/chat-model';
import type { CitableDocument, Inquiry, InvestigationEvent, InvestigationParts } from './investigation';
import { isModelError } from './model-failure';
import { messageTokens, toolTokens } from './prompt/message-tokens';
import { type Opening, openingOf } from './prompt/opening';
import { promptRoom, roomOf, smallerRoom, type TokenRoom } from './prompt/token-room';
import { listen, type Reply, type Usage } from './reply';
import { closingMessages, type Round, roundMessages } from './rounds';
import { noRoomForTools, noTools, smallerEvidence, smallerPrompt } from './sentences';
import { sendable } from './tool-arguments';
import { ToolRunner } from './tool-runner';

export interface ExchangeParts {
  readonly documents: CitableDocument[];
  readonly say: (event: InvestigationEvent) => void;
  readonly signal: AbortSignal;
}

/** Who hears what the model says. */
export interface Listener {
  add(piece: string): void;
  /** Nothing more comes in this round. */
  endRound(): void;
  /** What the round said was said on the way to tools. */
  takeBack(): Promise<void>;
}

/** Less room than this for what tools answer is none. */
const leastToolRoom = 600;
const leastToolBudget = 100;
/** What one message's calls may take of the room for all. */
const roundShare = 0.6;
const mostTries = 4;

/**
 * What is said to and fro until the model answers: rounds of tools, within the room there is. What a server cannot do is done without,
 * and told.
 */
export class Exchange {
  private room: TokenRoom;
  private tools: readonly ToolDefinition[];
  private takesSchema = true;
  private opened: Opening | undefined;
  private readonly rounds: Round[] = [];
  private readonly told = new Set<string>();
  private usage: Usage = { promptTokens: 0, answerTokens: 0, isEstimate: false };

  constructor(
    private readonly inquiry: Inquiry,
    private readonly parts: InvestigationParts,
    private readonly around: ExchangeParts,
  ) {
    this.room = roomOf(parts.limits, parts.model);
    this.tools = parts.limits.maxRounds > 0 ? definitionsFor(parts) : [];
  }

  /** The request that would go out next. */
  async next(isLast = false): Promise<ChatRequest> {
    const opening = await this.opening();
    return this.request(this.messages(opening, isLast), this.isClosed(isLast) ? [] : this.tools);
  }

  /** Until the model answers. Rejects with ModelError, or the signal's reason. */
  async converse(listener: Listener): Promise<Reply> {
    const runner = new ToolRunner({ ...this.parts, ...this.around, definitions: this.tools });
    for (let round = 0; ; round++) {
      const isLast = round >= this.parts.limits.maxRounds;
      const reply = await this.ask(listener, () => this.next(isLast));
      listener.endRound();
      if (reply.calls.length === 0 || this.isClosed(isLast)) return reply;
      await listener.takeBack();
      this.rounds.push(await this.use(runner, reply));
    }
  }

  /** Behind an answer that is not as it should be: `more` says what is wrong with it. No tools are offered. */
  insist(more: readonly ChatMessage[], listener: Listener): Promise<Reply> {
    return this.ask(listener, async () => {
      const { messages, ...request } = await this.next(true);
      return { ...request, messages: [...messages, ...more] };
    });
  }

  private async use(runner: ToolRunner, { text, calls }: Reply): Promise<Round> {
    const opening = await this.opening();
    const each = Math.floor((this.toolRoom(opening) * roundShare) / calls.length);
    const budget = Math.max(leastToolBudget, Math.min(this.parts.limits.toolTokens, each));
    const answers: string[] = [];
    for (const call of calls) answers.push(await runner.run(call, budget));
    return { said: text, calls: calls.map(sendable), answers };
  }

  private async ask(listener: Listener, next: () => Promise<ChatRequest>): Promise<Reply> {
    const { say, signal } = this.around;
    for (let tries = 0; ; tries++) {
      const request = await next();
      const promptTokens = messageTokens(request.messages) + toolTokens(request.tools);
      let hasBegun = false;
      say({ kind: 'asking', promptTokens });
      const listening = {
        now: this.parts.now,
        onText: (piece: string) => {
          hasBegun = true;
          listener.add(piece);
        },
        onWaiting: (why: Sentence) => this.tell('information', why),
        onUsage: (usage: Usage) => this.addUsage(usage),
      };
      try {
        return await listen(this.parts.model, request, listening, signal);
      } catch (error) {
        signal.throwIfAborted();
        if (hasBegun || tries >= mostTries || !isModelError(error)) throw error;
        await this.mend(error, promptTokens);
      }
    }
  }

  /** Does without what the server cannot do; throws what cannot be mended. */
  private async mend(error: ModelError, promptTokens: number): Promise<void> {
    if (error.code === 'no-schema' && this.takesSchema) this.takesSchema = false;
    else if (error.code === 'no-tools' && this.tools.length > 0) this.doWithoutTools(noTools);
    else if (error.code === 'context-too-long') await this.shrink(error, promptTokens);
    else throw error;
  }

  private doWithoutTools(why: Sentence): void {
    this.tools = [];
    this.opened = undefined;
    this.tell('warning', why);
  }

  private async shrink({ details }: ModelError, promptTokens: number): Promise<void> {
    const before = await this.opening();
    const sent = { prompt: promptTokens, evidence: before.evidenceTokens };
    this.room = smallerRoom(this.room, sent, details.contextTokens);
    this.opened = undefined;
    const after = await this.opening();
    const isSmaller = after.evidenceTokens < before.evidenceTokens;
    this.tell(
      'warning',
      isSmaller
        ? smallerEvidence(before.evidenceTokens, after.evidenceTokens)
        : smallerPrompt(promptTokens, promptRoom(this.room)),
    );
  }

  private async opening(): Promise<Opening> {
    this.opened ??= await this.fitting();
    for (const notice of this.opened.notices) this.tell('information', notice);
    return this.opened;
  }

  /** Tools are done without where the question does not fit beside them, or nothing that they answer would. */
  private async fitting(): Promise<Opening> {
    const { inquiry, parts, room, tools, around } = this;
    const openWith = (offered: typeof tools) => openingOf(inquiry, parts, room, offered, around.signal);
    if (tools.length === 0) return openWith([]);
    const opened = await openWith(tools).catch((error: unknown) => {
      if (isModelError(error) && error.code === 'context-too-long') return undefined;
      throw error;
    });
    if (opened !== undefined && this.toolRoom(opened) >= leastToolRoom) return opened;
    this.doWithoutTools(noRoomForTools(room.context));
    return openWith([]);
  }

  private messages(opening: Opening, isLast: boolean): readonly ChatMessage[] {
    const room = this.toolRoom(opening);
    if (this.rounds.length === 0) return opening.messages;
    return this.isClosed(isLast)
      ? closingMessages(opening.messages, this.rounds, room)
      : [...opening.messages, ...roundMessages(this.rounds, room)];
  }

  private request(messages: readonly ChatMessage[], tools: readonly ToolDefinition[]): ChatRequest {
    const { temperature } = this.parts.limits;
    // Beside tools some servers take no schema, and others answer by it at once.
    const hasSchema = this.inquiry.command === 'rootcause' && tools.length === 0 && this.takesSchema;
    return {
      ...{ messages, tools, temperature, maxAnswerTokens: this.room.answer },
      ...(hasSchema && { schema: reportSchema }),
    };
  }

  private isClosed(isLast: boolean): boolean {
    return isLast || this.tools.length === 0;
  }

  private toolRoom({ tokens }: Opening): number {
    return promptRoom(this.room) - tokens;
  }

  private addUsage({ promptTokens, answerTokens, isEstimate }: Usage): void {
    this.usage = {
      promptTokens: this.usage.promptTokens + promptTokens,
      answerTokens: this.usage.answerTokens + answerTokens,
      isEstimate: this.usage.isEstimate || isEstimate,
    };
    this.around.say({ kind: 'usage', ...this.usage });
  }

  /** Once. */
  private tell(severity: 'information' | 'warning', sentence: Sentence): void {
    const key = JSON.stringify(sentence);
    if (this.told.has(key)) return;
    this.told.add(key);
    this.around.say({ kind: 'notice', severity, sentence });
  }
}

/** Of the one table; what nothing stands behind is not offered. */
function definitionsFor({ tools }: InvestigationParts): ToolDefinition[] {
  const offered = toolDeclarations.filter(({ name }) => {
    if (name === 'query_source') return tools.sources().length > 0;
    return name !== 'compare_logs' || tools.goodLogs().size > 0;
  });
  return offered.map(({ name, description, schema }) => ({ name, description, parameters: { ...schema } }));
}
