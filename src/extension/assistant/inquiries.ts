import * as vscode from 'vscode';
import type { StoredConversation, StoredTurn } from '../../node/assistant/conversation';
import type {
  CitableDocument,
  Inquiry,
  InvestigationEvent,
  InvestigationParts,
} from '../../node/assistant/investigation';
import type { PrivacyShield } from '../../node/privacy/shield';
import type { Badge, ContextChip, Preview, QuestionEstimate, Suggestion } from '../../protocol/assistant';
import { InputError } from '../../protocol/input-error';
import type { AnalysedLog } from '../shared/analyses';
import { chosenModel } from '../shared/chosen-model';
import { filesOfLog } from '../shared/files-of-log';
import type { loadAssistant } from '../shared/load-assistant';
import { localise } from '../shared/localise';
import { logName } from '../shared/log-name';
import { type ModelSettings, modelSettings } from '../shared/model-settings';
import { newShield, redactionOf } from '../shared/privacy-settings';
import { chipOf } from './attached';
import { badgeOf } from './badges';
import { costText } from './cost-text';
import { GoodDocuments } from './good-documents';
import { hiddenWords } from './hidden-words';
import { PackedLogs } from './packed-log';
import type { AssistantParts } from './parts';
import { focusOf, type Piece } from './pieces';
import { PreparedPieces } from './prepared-pieces';
import { QueriedSources } from './queried-sources';
import { slashCommandOf } from './slash-command';

type Assistant = Awaited<ReturnType<typeof loadAssistant>>;

/** What goes with a question. */
export interface Attached {
  readonly pieces: readonly Piece[];
  readonly earlier: readonly StoredTurn[];
  /** Whose answer was cut and is gone on with. */
  readonly cut: StoredTurn | undefined;
}

/** A question that is ready to be asked; nothing has gone out. */
export interface Asking {
  readonly badge: Badge;
  readonly context: readonly ContextChip[];
  /** Secrets are hidden from the model. */
  readonly hides: boolean;
  events(signal: AbortSignal): AsyncIterable<InvestigationEvent>;
}

/** What one tool may answer the model. */
const toolTokens = 1500;

/** What is asked about one log, put together: the question with what goes along, the model, what is hidden from it. */
export class Inquiries implements vscode.Disposable {
  readonly good: GoodDocuments;
  readonly queried: QueriedSources;
  private readonly prepared: PreparedPieces;
  private readonly packed = new PackedLogs();
  private shield: Promise<PrivacyShield> | undefined;
  /** Of the shield, as far as it was there. */
  private hidden: ReadonlyMap<string, number> = new Map();

  constructor(
    private readonly uri: () => vscode.Uri,
    private readonly parts: AssistantParts,
    private readonly node: Assistant,
  ) {
    const { sources, fetch } = parts;
    this.good = new GoodDocuments(parts);
    this.prepared = new PreparedPieces({ ...parts, good: this.good });
    const openSpool = async () => (await import('../../node/sources/remote-spool')).openRemoteSpool();
    this.queried = new QueriedSources({ source: (name) => sources.get(name), fetch, openSpool });
  }

  get badge(): Badge {
    return badgeOf(modelSettings());
  }

  /** Another object after each run and each change of what was judged; undefined while there is none. */
  get result(): object | undefined {
    return this.log?.report;
  }

  /** Of the log and of what answers may cite besides; undefined where that is not at hand. */
  recordsOf(document: string): CitableDocument['citedRecords'] | undefined {
    if (document === '') return (lines) => this.parts.analyses.ask(this.uri()).citedRecords(lines);
    const queried = this.queried.all().find(({ id }) => id === document);
    return queried?.citedRecords ?? this.good.recordsOf(document, this.uri());
  }

  chip(piece: Piece): ContextChip {
    const log = this.log;
    return chipOf(piece, log, this.prepared.tokensOf(piece, log));
  }

  /** False where its chip could tell what goes along, and does not yet. */
  isPrepared(piece: Piece): boolean {
    return !this.log || this.prepared.isPrepared(piece, this.log);
  }

  /** So that its chip tells what goes along. */
  async prepare(piece: Piece): Promise<void> {
    if (this.log) await this.prepared.prepare(piece, this.log);
  }

  suggestions(): readonly Suggestion[] {
    const report = this.log?.report;
    if (!report) return [];
    const differences = this.parts.compared.get(this.uri())?.report;
    return this.node.suggestions(report, differences).map((one) => ({ question: localise(one) }));
  }

  /** Rejects with InputError, or what the log's thread rejects with. */
  async asking(question: string, attached: Attached): Promise<Asking> {
    const { inquiry, parts } = await this.investigation(question, attached);
    return {
      badge: this.badge,
      context: attached.pieces.map((piece) => this.chip(piece)),
      hides: parts.shield !== null,
      events: (signal) => this.node.investigate(inquiry, parts, signal),
    };
  }

  async estimate(question: string, attached: Attached, signal: AbortSignal): Promise<QuestionEstimate> {
    const { inquiry, parts, settings } = await this.investigation(question, attached);
    const { promptTokens } = await this.node.payloadOf(inquiry, parts, signal);
    const mostAnswerTokens = settings.maxAnswerTokens;
    const cost = costText({ promptTokens, answerTokens: mostAnswerTokens }, settings);
    return { promptTokens, mostAnswerTokens, cost };
  }

  async preview(question: string, attached: Attached, signal: AbortSignal): Promise<Preview> {
    const { inquiry, parts } = await this.investigation(question, attached);
    const { request } = await this.node.payloadOf(inquiry, parts, signal);
    const body = parts.model.bodyOf(request);
    return {
      destination: `${parts.model.destination.host} · ${this.badge.text}`,
      redacted: hiddenWords(parts.shield?.counts()),
      payload: JSON.stringify(body, null, 2),
    };
  }

  /** As a file that others read holds it: hidden as from a model elsewhere, where settings or a policy say so. */
  async report(conversation: StoredConversation): Promise<string> {
    if (!redactionOf({ kind: 'remote', host: '' }).redacts) return this.markdown(conversation);
    const shield = await newShield();
    for (const { hidden } of conversation.turns) shield.know(hidden ?? []);
    const hide = (text: string) => shield.redactTold(text);
    return this.markdown(await this.node.hiddenConversation(conversation, hide));
  }

  markdown(conversation: StoredConversation): string {
    const redacted = hiddenWords(this.hidden);
    return this.node.conversationMarkdown(conversation, { say: localise, redacted });
  }

  /** What was hidden from the model and stands in a turn as it is kept. */
  async hiddenIn(turn: StoredTurn): Promise<NonNullable<StoredTurn['hidden']>> {
    const { question, answer } = this.node.earlierTurn(turn);
    return (await this.shield)?.hiddenIn(`${question}\n${answer}`) ?? [];
  }

  /** Whether opening an address would tell what was hidden from the model. */
  async holdsHidden({ href }: URL): Promise<boolean> {
    const shield = await this.shield;
    const texts = [href, decodedAddress(href)];
    return shield !== undefined && texts.some((text) => shield.hiddenIn(text).length > 0);
  }

  /** Another conversation knows nothing of what this one hid. */
  forgetSecrets(): void {
    this.shield = undefined;
    this.hidden = new Map();
  }

  dispose(): void {
    this.good.dispose();
  }

  private get log(): AnalysedLog | undefined {
    return this.parts.analyses.get(this.uri());
  }

  private async investigation(
    text: string,
    { pieces, earlier, cut }: Attached,
  ): Promise<{ inquiry: Inquiry; parts: InvestigationParts; settings: ModelSettings }> {
    const { log } = this;
    if (!log) throw notAnalysed();
    const settings = modelSettings();
    const model = await chosenModel(settings, this.parts.secrets);
    const isTold = mayBeTold(redactionOf(model.destination).redacts);
    const hasEvidence = pieces.some(({ kind }) => kind === 'evidence');
    const inquiry: Inquiry = {
      ...slashCommandOf(text),
      language: vscode.env.language,
      logName: logName(log.uri),
      files: filesOfLog(log.report.sources),
      earlier: earlier.filter(isTold).map((turn) => this.node.earlierTurn(turn)),
      context: await this.prepared.contexts(pieces, log),
      evidence: hasEvidence ? { focus: focusOf(pieces, log) } : undefined,
      resume: cut && isTold(cut) ? cut.said : undefined,
    };
    const shield = await this.knowing(cut === undefined ? earlier : [...earlier, cut]);
    return { inquiry, parts: this.partsOf(log, model, pieces, settings, shield), settings };
  }

  /** What was hidden in turns that were kept is hidden in them again. */
  private async knowing(turns: readonly StoredTurn[]): Promise<PrivacyShield> {
    this.shield ??= newShield();
    const shield = await this.shield;
    for (const { hidden } of turns) shield.know(hidden ?? []);
    this.hidden = shield.counts();
    return shield;
  }

  private partsOf(
    log: AnalysedLog,
    model: InvestigationParts['model'],
    pieces: readonly Piece[],
    settings: ModelSettings,
    shield: PrivacyShield,
  ): InvestigationParts {
    const questions = this.parts.analyses.ask(log.uri);
    const { temperature, maxAnswerTokens, contextTokens, maxRounds } = settings;
    return {
      model,
      log: this.packed.of(log, questions, ({ tokens }) =>
        this.prepared.setTokens({ kind: 'evidence' }, log, tokens),
      ),
      documents: [...this.good.documents(log.uri), ...this.queried.all()],
      tools: this.hostTools(log, pieces),
      shield: redactionOf(model.destination).redacts ? shield : null,
      limits: { temperature, maxAnswerTokens, contextTokens, maxRounds, toolTokens },
      tell: localise,
      now: () => performance.now() / 1000,
    };
  }

  private hostTools(log: AnalysedLog, pieces: readonly Piece[]): InvestigationParts['tools'] {
    const sources = pieces.flatMap((piece) => (piece.kind === 'source' ? [piece.name] : []));
    const { firstTime, lastTime } = log.extent;
    const span = { from: firstTime ?? '0', until: lastTime ?? `${Date.now()}000000` };
    return {
      goodLogs: () => this.good.of(log.uri),
      sources: () => sources,
      querySource: (asked, signal) => this.queried.query(asked, span, signal),
    };
  }
}

/** What a model said from which nothing was hidden is not told to one from which something is: nobody knows what of it to hide. */
function mayBeTold(redacts: boolean): (turn: StoredTurn) => boolean {
  return ({ hidden }) => !redacts || hidden !== null;
}

/** As it is written where it cannot be decoded. */
function decodedAddress(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

function notAnalysed(): InputError {
  return new InputError({
    code: 'not-analysed',
    sentence: { pattern: 'The log is not analysed. Run Detect Anomalies on it, then ask.', values: [] },
  });
}
