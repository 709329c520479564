import * as vscode from 'vscode';
import type { EarlierTurn, HostTools, Inquiry, InvestigationParts } from '../../node/assistant/investigation';
import type { ModelError } from '../../node/llm/chat-model';
import type { PrivacyShield } from '../../node/privacy/shield';
import type { SlashCommand } from '../../protocol/assistant';
import type { AnalysedLog } from '../shared/analyses';
import { filesOfLog } from '../shared/files-of-log';
import { localise } from '../shared/localise';
import { logName } from '../shared/log-name';
import { newShield, redactionOf } from '../shared/privacy-settings';
import { vscodeModelOf } from '../shared/vscode-model';
import { abortOf } from './abort-of';
import { analysed, askedLog } from './asked-log';
import { type AnswerMetadata, hiddenBefore } from './hidden-before';
import { ParticipantAnswer } from './participant-answer';
import type { ModelToolsParts } from './parts';

/** Of the manifest. */
const participantId = 'oddline.assistant';
const commands: Readonly<Record<SlashCommand, true>> = {
  summary: true,
  rootcause: true,
  timeline: true,
  security: true,
  compare: true,
  next: true,
};
const mostEarlier = 6;

/** `@oddline` in VS Code's chat; none where the product has no chat. */
export function registerParticipant(
  { extensionUri }: vscode.ExtensionContext,
  parts: ModelToolsParts,
): vscode.Disposable[] {
  const chat: typeof vscode.chat | undefined = vscode.chat;
  if (typeof chat?.createChatParticipant !== 'function') return [];
  const participant = chat.createChatParticipant(participantId, (request, context, stream, token) =>
    respond({ request, context, stream, token }, parts),
  );
  participant.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'oddline.svg');
  return [participant];
}

interface Asked {
  readonly request: vscode.ChatRequest;
  readonly context: vscode.ChatContext;
  readonly stream: vscode.ChatResponseStream;
  readonly token: vscode.CancellationToken;
}

async function respond(asked: Asked, parts: ModelToolsParts): Promise<vscode.ChatResult> {
  const log = await logOf(asked, parts);
  if (typeof log === 'string') return { errorDetails: { message: log } };
  const abort = abortOf(asked.token);
  const shield = await newShield();
  shield.know(hiddenBefore(asked.context.history));
  const node = await import('../../node/assistant/assistant');
  const told = new ParticipantAnswer(asked.stream, log, node);
  const metadata = (): AnswerMetadata => ({ hidden: shield.hiddenIn(told.said) });
  try {
    const investigated = node.investigate(
      inquiryOf(asked, log),
      partsOf(asked, log, parts, shield),
      abort.signal,
    );
    for await (const event of investigated) told.tell(event);
    return { metadata: metadata() };
  } catch (error) {
    if (abort.signal.aborted) return { metadata: metadata() };
    if (isModelError(error))
      return { errorDetails: { message: localise(error.sentence) }, metadata: metadata() };
    throw error;
  } finally {
    abort.dispose();
  }
}

/** One that is referred to in the question, else the one in front. What is wrong, in the reader's language, where there is none. */
async function logOf(
  { request, stream }: Asked,
  { analyses }: ModelToolsParts,
): Promise<AnalysedLog | string> {
  const named = request.references.map(uriOf).find((uri) => uri !== undefined);
  const asked = askedLog(named?.toString(), analyses);
  if ('problem' in asked) return vscode.l10n.t('No such log is open. Open one, then ask again.');
  if (!analyses.get(asked.uri)) stream.progress(vscode.l10n.t('Analysing {0}', logName(asked.uri)));
  const log = await analysed(asked.uri, analyses);
  return log ?? vscode.l10n.t('The log could not be analysed.');
}

function uriOf({ value }: vscode.ChatPromptReference): vscode.Uri | undefined {
  if (value instanceof vscode.Uri) return value;
  return value instanceof vscode.Location ? value.uri : undefined;
}

function inquiryOf({ request: { prompt, command }, context }: Asked, log: AnalysedLog): Inquiry {
  return {
    question: prompt,
    command: isCommand(command) ? command : null,
    language: vscode.env.language,
    logName: logName(log.uri),
    files: filesOfLog(log.report.sources),
    earlier: earlierTurns(context.history),
    context: [],
    evidence: { focus: null },
    resume: undefined,
  };
}

function partsOf(
  { request }: Asked,
  log: AnalysedLog,
  { analyses, good, limits }: ModelToolsParts,
  shield: PrivacyShield,
): InvestigationParts {
  const model = vscodeModelOf(request.model);
  return {
    model,
    log: analyses.ask(log.uri),
    documents: good.documents(log.uri),
    tools: hostTools(() => good.of(log.uri)),
    shield: redactionOf(model.destination).redacts ? shield : null,
    limits: limits(),
    tell: localise,
    now: () => performance.now() / 1000,
  };
}

/** Sources are attached in Oddline's own panel alone. */
function hostTools(goodLogs: HostTools['goodLogs']): HostTools {
  return {
    goodLogs,
    sources: () => [],
    querySource: () => Promise.reject(new Error('No source is attached.')),
  };
}

function earlierTurns(history: vscode.ChatContext['history']): EarlierTurn[] {
  const turns: EarlierTurn[] = [];
  let question = '';
  for (const turn of history) {
    if (turn instanceof vscode.ChatRequestTurn) question = turn.prompt;
    else turns.push({ question, answer: saidIn(turn) });
  }
  return turns.slice(-mostEarlier);
}

/** Without the addresses of its links. A model knows lines by the numbers it is given, whatever a reader is shown. */
function saidIn({ response }: vscode.ChatResponseTurn): string {
  const said = response.map((part) =>
    part instanceof vscode.ChatResponseMarkdownPart ? part.value.value : '',
  );
  return said.join('').replace(commandLink, (_, label: string, address: string) => {
    const line = /%22line%22%3A(\d{1,15})/.exec(address)?.[1];
    return /^(?:[A-Z]{1,3}\d{0,3}:)?L\d/.test(label) || line === undefined ? `[${label}]` : `[L${line}]`;
  });
}

const commandLink = /\[((?:\\.|[^\]\\\n]){1,400})\]\((command:[^)\s]*)\)/g;

function isCommand(command: string | undefined): command is SlashCommand {
  return command !== undefined && Object.hasOwn(commands, command);
}

/** The class may be of another bundle. */
function isModelError(error: unknown): error is ModelError {
  return error instanceof Error && error.name === 'ModelError' && 'sentence' in error;
}
