import { checkArguments } from '../../engine/tools/check-arguments';
import { fenced } from '../../engine/tools/fence';
import { querySource } from '../../engine/tools/query-source';
import { answered, cutTo, failed } from '../../engine/tools/tool-answer';
import { tokensOf, weightOfToken } from '../../engine/triage/evidence/token-count';
import type { LogToolName, ToolAnswer } from '../../protocol/assistant-log';
import type { ToolCall, ToolDefinition } from '../llm/chat-model';
import type { CitableDocument, InvestigationEvent, InvestigationParts } from './investigation';
import { type HidingAnswer, runHiding } from './run-hiding';
import { mapTexts, parsedArguments } from './tool-arguments';

interface RunnerParts extends Pick<InvestigationParts, 'log' | 'tools' | 'shield'> {
  readonly definitions: readonly ToolDefinition[];
  /** Those a tool adds join them. */
  readonly documents: CitableDocument[];
  readonly say: (event: InvestigationEvent) => void;
  readonly signal: AbortSignal;
}

const again = 'You asked exactly this before; the answer is the same:\n';
const notItsOwn =
  'The query holds a placeholder for something that is hidden and did not come from this source: it is not sent there. Ask by time and by words that are not hidden.';
const shownCharacters = 60;
/** Of what a model may make up. */
const longestName = 100;
const longestText = 1_000;
const usualEntries = 100;

/**
 * Runs what a model asks for: tools of the table, by their names, and nothing else. What is wrong with a call is told to the model as
 * the tool's answer, so that it can do better.
 */
export class ToolRunner {
  private steps = 0;
  private readonly known = new Map<string, ToolAnswer>();
  /** What sources answered. */
  private readonly heard = new Map<string, readonly string[]>();

  constructor(private readonly parts: RunnerParts) {}

  /** What the model is told, as it goes out. Rejects with the signal's reason only. */
  async run(call: ToolCall, budget: number): Promise<string> {
    const { say, shield, signal } = this.parts;
    const parsed = parsedArguments(call.arguments);
    const given = parsed === undefined ? call.arguments.slice(0, longestText) : parsed.given;
    const step = {
      kind: 'step' as const,
      id: String(++this.steps),
      tool: call.name.slice(0, longestName),
      arguments:
        parsed === undefined || shield === null ? given : mapTexts(given, (text) => shield.restore(text)),
    };
    say({ ...step, state: 'running', answer: null });
    const { answer, text } = await this.hiding(call, given, parsed !== undefined, budget);
    signal.throwIfAborted();
    say({ ...step, state: answer.isError ? 'failed' : 'done', answer });
    return text;
  }

  private async hiding(
    call: ToolCall,
    given: unknown,
    isJson: boolean,
    budget: number,
  ): Promise<HidingAnswer<ToolAnswer>> {
    const { shield, signal } = this.parts;
    const asked = (put: unknown) => this.asked(call, isJson, put, budget);
    if (call.name !== querySource.name) return runHiding(given, shield, asked, signal);
    // What goes to a source goes there as the model gave it, but for what came from there.
    const answer = await asked(given);
    return { answer, text: shield === null ? answer.text : await shield.redactTold(answer.text, signal) };
  }

  private async asked(call: ToolCall, isJson: boolean, given: unknown, budget: number): Promise<ToolAnswer> {
    const key = `${call.name} ${JSON.stringify(given)}`;
    const before = this.known.get(key);
    const answer = before ?? (await this.answer(call, isJson, given, budget));
    if (!answer.isError) this.known.set(key, answer);
    return before === undefined ? answer : { ...answer, text: `${again}${answer.text}` };
  }

  private async answer(
    { name }: ToolCall,
    isJson: boolean,
    given: unknown,
    budget: number,
  ): Promise<ToolAnswer> {
    const { definitions, signal } = this.parts;
    if (!definitions.some((one) => one.name === name)) {
      const names = definitions.map((one) => one.name).join(', ');
      return failed(`There is no tool ${shown(name)}. Yours are: ${names}.`, budget);
    }
    if (!isJson)
      return failed(
        `The arguments are no JSON: ${shown(String(given))}. Give them as one JSON object.`,
        budget,
      );
    try {
      return await this.answerOf(name, given, budget);
    } catch (error) {
      signal.throwIfAborted();
      return failed(`The tool failed: ${reasonOf(error)}`, budget);
    }
  }

  private answerOf(name: string, given: unknown, budget: number): Promise<ToolAnswer> {
    const { log, tools, signal } = this.parts;
    if (name === querySource.name) return this.query(given, budget);
    const request = { tool: name as LogToolName, arguments: given, budget };
    const good = name === 'compare_logs' ? tools.goodLogs().get(goodNameOf(given)) : undefined;
    return log.runTool(good === undefined ? request : { ...request, good }, signal);
  }

  /** With what the source told itself put back; undefined where something else would go to it, as what a line of the log tells a model to ask. */
  private toldQuery(source: string, query: string): string | undefined {
    const { shield } = this.parts;
    if (shield === null) return query;
    const restored = shield.restore(query);
    if (restored === query) return query;
    const heard = this.heard.get(source) ?? [];
    const isHeard = shield
      .hiddenIn(restored)
      .every(({ value }) => heard.some((text) => text.includes(value)));
    return isHeard ? restored : undefined;
  }

  private async query(given: unknown, budget: number): Promise<ToolAnswer> {
    const checked = checkArguments(querySource.schema, given);
    if ('problem' in checked) return failed(checked.problem, budget);
    const { from = null, until = null, limit = usualEntries } = checked.arguments;
    const { tools, documents, shield, signal } = this.parts;
    const names = tools.sources();
    const source = shield === null ? checked.arguments.source : shield.restore(checked.arguments.source);
    if (!names.includes(source))
      return failed(`There is no such source. Attached are: ${JSON.stringify(names)}.`, budget);
    const query = this.toldQuery(source, checked.arguments.query);
    if (query === undefined) return failed(notItsOwn, budget);
    const { text, document } = await tools.querySource({ source, query, from, until, limit }, signal);
    this.heard.set(source, [...(this.heard.get(source) ?? []), text]);
    if (document === null) return answered(fenced('answer of the source', text), budget);
    documents.push(document);
    const frame = tokensOf(fenced('answer of the source', ''));
    const shown = fenced('answer of the source', cutTo(text, Math.max(0, budget - frame) * weightOfToken));
    return { text: shown, tokens: tokensOf(shown), lines: [], isError: false };
  }
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, shownCharacters));
}

function goodNameOf(given: unknown): string {
  const name = typeof given === 'object' && given !== null ? (given as { good?: unknown }).good : undefined;
  return typeof name === 'string' ? name : '';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'for an unknown reason';
}
