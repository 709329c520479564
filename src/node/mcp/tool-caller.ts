import { checkArguments } from '../../engine/tools/check-arguments';
import type { LogToolName } from '../../engine/tools/tool';
import { failed, type ToolAnswer } from '../../engine/tools/tool-answer';
import { InputError } from '../../protocol/input-error';
import type { Shield } from '../assistant/investigation';
import { runHiding } from '../assistant/run-hiding';
import { WorkerCrashedError } from '../worker/analysis-worker-client';
import { type AllowedPlace, allowedFile, RefusedFileError } from './allowed-files';
import { answerLogs, listLogs } from './list-logs';
import type { Asking, LogShelf } from './log-shelf';
import type { McpTool } from './mcp-tools';

export interface CallerParts {
  readonly shelf: LogShelf;
  /** Undefined hides nothing. */
  readonly shield: Pick<Shield, 'redact' | 'redactTold' | 'restore'> | undefined;
  readonly places: () => Promise<readonly AllowedPlace[]>;
  readonly tools: readonly McpTool[];
}

/** What one answer may take: a client reads many. */
const budget = 4_000;
const oldNote = 'The file has changed since it was analysed a moment ago; this is of then.\n';

/** Runs the tools a client calls. What is wrong with a call is its answer; it rejects with the signal's reason only. */
export class ToolCaller {
  constructor(private readonly parts: CallerParts) {}

  async call(name: string, given: unknown, asking: Asking): Promise<Pick<ToolAnswer, 'text' | 'isError'>> {
    const { answer, text } = await runHiding(
      given,
      this.parts.shield,
      (asked) => this.answer(name, asked, asking),
      asking.signal,
    );
    return { text, isError: answer.isError };
  }

  private async answer(name: string, given: unknown, asking: Asking): Promise<ToolAnswer> {
    const { tools } = this.parts;
    const tool = tools.find((one) => one.name === name);
    if (tool === undefined)
      return failed(`There is no such tool. There are: ${tools.map((one) => one.name).join(', ')}.`, budget);
    const checked = checkArguments(tool.inputSchema, given);
    if ('problem' in checked) return failed(checked.problem, budget);
    try {
      const places = await this.parts.places();
      if (name === listLogs.name) return await answerLogs(places, given, budget, asking.signal);
      return await this.askLog(name as LogToolName, checked.arguments, places, asking);
    } catch (error) {
      asking.signal.throwIfAborted();
      return failed(reasonOf(error), budget);
    }
  }

  private async askLog(
    tool: LogToolName,
    { log, ...given }: Readonly<Record<string, unknown>>,
    places: readonly AllowedPlace[],
    asking: Asking,
  ): Promise<ToolAnswer> {
    const path = await allowedFile(typeof log === 'string' ? log : (places[0]?.named ?? ''), places);
    const request = { tool, arguments: given, budget };
    const good = tool === 'compare_logs' ? { good: await goodOf(given.good, places) } : {};
    return this.parts.shelf.use(path, asking, async ({ client, isOld }) => {
      const answer = await client.runTool({ ...request, ...good }, asking.signal);
      return isOld ? { ...answer, text: `${oldNote}${answer.text}` } : answer;
    });
  }
}

async function goodOf(name: unknown, places: readonly AllowedPlace[]) {
  return { document: 'B', paths: [await allowedFile(typeof name === 'string' ? name : '', places)] };
}

function reasonOf(error: unknown): string {
  const isTold =
    error instanceof RefusedFileError || error instanceof InputError || error instanceof WorkerCrashedError;
  return isTold
    ? error.message
    : 'The tool failed for a reason that is no fault of what was asked. Ask again, or ask otherwise.';
}
