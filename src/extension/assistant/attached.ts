import * as vscode from 'vscode';
import type { AttachedContext } from '../../node/assistant/investigation';
import type { ContextChip } from '../../protocol/assistant';
import type { LogToolName } from '../../protocol/assistant-log';
import type { AnalysedLog, LogQuestions } from '../shared/analyses';
import { linesInFiles } from '../shared/files-of-log';
import { incidentTitle } from '../shared/incident-words';
import { formatNumber, localise } from '../shared/localise';
import { comparisonText } from './comparison-text';
import type { GoodDocuments } from './good-documents';
import { metricsText } from './metrics-text';
import type { AssistantParts } from './parts';
import { idOf, type Piece, type Stretch } from './pieces';

/** Of a piece that is attached; the model can read on by its tools. */
const pieceTokens = 2000;
const metricPoints = 200;

/** What goes along with a piece, made once a result: null where there is nothing to it any more. */
export interface AttachedPiece {
  readonly context: AttachedContext | null;
  readonly tokens: number | null;
}

export interface Where extends Pick<AssistantParts, 'analyses' | 'metrics' | 'compared'> {
  readonly good: Pick<GoodDocuments, 'of'>;
}

/** Evidence and sources bring no text of their own: the one is packed with the question, the other asked by the model. */
export async function attachedPiece(piece: Piece, log: AnalysedLog, where: Where): Promise<AttachedPiece> {
  switch (piece.kind) {
    case 'incident':
      return byTool(piece, where.analyses.ask(log.uri), 'list_incidents', { id: piece.incidentId });
    case 'selection':
      return ofSelection(piece, where.analyses.ask(log.uri));
    case 'metrics':
      return ofMetrics(piece, log, where);
    case 'comparison':
      return ofComparison(piece, log, where);
    case 'evidence':
    case 'source':
      return { context: null, tokens: null };
  }
}

/** What a reader sees of it before it goes out. */
export function chipOf(piece: Piece, log: AnalysedLog | undefined, tokens: number | null): ContextChip {
  const { title, detail } = words(piece, log);
  return { id: idOf(piece), kind: piece.kind, title, detail, tokens };
}

/** Each file's stretch gets its share: none is left out for another. */
async function ofSelection(
  piece: Extract<Piece, { kind: 'selection' }>,
  questions: LogQuestions,
): Promise<AttachedPiece> {
  const budget = Math.floor(pieceTokens / Math.max(1, piece.stretches.length));
  const answers = await Promise.all(
    piece.stretches.map(({ firstLine, lastLine }) =>
      questions.runTool({ tool: 'get_lines', arguments: { first: firstLine, last: lastLine }, budget }),
    ),
  );
  const found = answers.filter(({ isError }) => !isError);
  if (found.length === 0) return { context: null, tokens: null };
  const text = found.map((answer) => answer.text).join('\n');
  const tokens = found.reduce((sum, answer) => sum + answer.tokens, 0);
  return { context: { id: idOf(piece), title: titles.selection, text }, tokens };
}

async function byTool(
  piece: Piece,
  questions: LogQuestions,
  tool: LogToolName,
  asked: object,
): Promise<AttachedPiece> {
  const answer = await questions.runTool({ tool, arguments: asked, budget: pieceTokens });
  if (answer.isError) return { context: null, tokens: null };
  return {
    context: { id: idOf(piece), title: titles[piece.kind], text: answer.text },
    tokens: answer.tokens,
  };
}

function ofComparison(piece: Piece, log: AnalysedLog, { compared, good }: Where): AttachedPiece {
  const found = compared.get(log.uri);
  if (!found) return { context: null, tokens: null };
  const [document] = found.good.kind === 'files' ? good.of(log.uri).values() : [];
  const text = comparisonText(found, document?.document ?? '');
  return { context: { id: idOf(piece), title: titles.comparison, text }, tokens: null };
}

async function ofMetrics(piece: Piece, log: AnalysedLog, { metrics }: Where): Promise<AttachedPiece> {
  const { firstTime, lastTime } = log.extent;
  if (firstTime === null || lastTime === null) return { context: null, tokens: null };
  const window = { from: firstTime, until: lastTime, points: metricPoints };
  const { series } = await metrics.read(log.uri, window, new AbortController().signal);
  if (series.length === 0) return { context: null, tokens: null };
  return { context: { id: idOf(piece), title: titles.metrics, text: metricsText(series) }, tokens: null };
}

/** In the prompt, which is English. */
const titles: Readonly<Record<Piece['kind'], string>> = {
  evidence: 'Evidence',
  incident: 'Incident that is asked about',
  selection: 'Lines that are asked about',
  comparison: 'Comparison with a good log',
  metrics: 'Figures of the system beside the log',
  source: 'Source',
};

function words(piece: Piece, log: AnalysedLog | undefined): Pick<ContextChip, 'title' | 'detail'> {
  switch (piece.kind) {
    case 'evidence':
      return {
        title: vscode.l10n.t('Evidence'),
        detail: vscode.l10n.t('The lines that name the cause, packed into the tokens there are'),
      };
    case 'incident': {
      const incident = log?.incidents.find(({ id }) => id === piece.incidentId);
      const title = incident ? localise(incidentTitle(incident)) : vscode.l10n.t('Incident');
      return { title, detail: vscode.l10n.t('The incident with the lines of its course: {0}', title) };
    }
    case 'selection': {
      const title = piece.stretches.map((one) => stretchTitle(one, log)).join(', ');
      return { title, detail: vscode.l10n.t('The text of these lines') };
    }
    case 'comparison':
      return {
        title: vscode.l10n.t('Comparison'),
        detail: vscode.l10n.t('What is different from the good log it was compared with'),
      };
    case 'metrics':
      return {
        title: vscode.l10n.t('Metrics'),
        detail: vscode.l10n.t('The figures beside the log: least, most, mean, and their course'),
      };
    case 'source':
      return {
        title: piece.name,
        detail: vscode.l10n.t('The model may ask this log source and read what it answers: {0}', piece.name),
      };
  }
}

function stretchTitle({ firstLine, lastLine }: Stretch, log: AnalysedLog | undefined): string {
  const inFiles = log && linesInFiles(log.report.sources, firstLine, lastLine);
  if (inFiles !== undefined) return inFiles;
  if (firstLine === lastLine) return vscode.l10n.t('Line {0}', formatNumber(firstLine));
  return vscode.l10n.t('Lines {0}', `${formatNumber(firstLine)}–${formatNumber(lastLine)}`);
}
