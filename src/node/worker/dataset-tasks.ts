import type { TaughtLabel } from '../../engine/labels/label';
import type { AnalyseRequest } from '../../protocol/analysis';
import type { DatasetRequest, ExportDatasetRequest } from '../../protocol/dataset';
import { InputError } from '../../protocol/input-error';
import type { FinishedAnalysis } from '../analyse-logs';
import { type AnalysisTerms, settingFiles, termSettings } from '../datasets/analysis-terms';
import type { Drafting } from '../datasets/drafts/drafting';
import { exportCommandOf } from '../datasets/export-command';
import type { PlanTask } from '../datasets/export-dataset';
import type { ExportTask } from '../datasets/export-task';
import { formatCalled } from '../datasets/generate-wishes';
import { heededFiles, heededStores } from '../datasets/heeded-files';
import { labelRanges } from '../datasets/label-ranges';
import type { PreviewTask } from '../datasets/preview-dataset';
import { readInstructions } from '../datasets/read-instructions';
import { readPolicy } from '../policy/read-policy';
import { redactionFor } from '../policy/redaction';
import { formsOf } from '../privacy/shield';
import { isRecordLabel, labelLine, type RecordLabel } from '../store/label-line';
import { tellerIn } from '../texts-of-language';

export interface DatasetSource {
  readonly finished: FinishedAnalysis;
  readonly request: AnalyseRequest;
}

/** Throws InputError. */
export async function planTaskOf(
  { finished, request: { input, labels: given = [] } }: DatasetSource,
  request: DatasetRequest,
  signal: AbortSignal,
): Promise<PlanTask> {
  const { labels: path, takesFindings, unit, shares, splitBy, balances, labelledOnly, seed } = request;
  return {
    finished,
    paths: pathsOf(input),
    labels: path === null ? undefined : { ...(await labelRanges(path)), path },
    stored: given.flatMap(recordLabelOf),
    takesFindings,
    settings: { unit, shares, splitBy, balances, labelledOnly, seed },
    signal,
  };
}

/** Throws InputError. */
export async function previewTaskOf(
  { finished }: DatasetSource,
  request: DatasetRequest,
  signal: AbortSignal,
): Promise<Omit<PreviewTask, 'paths' | 'labels' | 'settings'>> {
  const { takesFindings, language, maxTokens, instructions, installation, patterns } = request;
  const { forms: ownForms } = await formsOf(patterns);
  return {
    ...{ finished, takesFindings, language, maxTokens, ownForms, signal },
    format: formatCalled(request.format),
    instructions: await readInstructions(instructions ?? undefined, language),
    say: tellerIn(language, installation),
    redacts: redactsBy(request),
  };
}

export interface ExportSurroundings {
  readonly signal: AbortSignal;
  readonly onShare: (share: number) => void;
  readonly draft: Drafting['draft'];
}

/** Of an export in which a model writes: it takes nearly all of the time. */
const draftedShare = 0.95;

/** Throws InputError. */
export async function exportTaskOf(
  source: DatasetSource,
  request: ExportDatasetRequest,
  { signal, onShare, draft }: ExportSurroundings,
): Promise<ExportTask> {
  const plan = await planTaskOf(source, request, signal);
  const shown = await previewTaskOf(source, request, signal);
  const { out, replaces, version, instructions, drafting, stores } = request;
  const terms = termsOf(source.request, request, shown);
  const before = drafting === null ? 0 : draftedShare;
  return {
    ...shown,
    ...plan,
    ...{ out, replaces, version },
    storeFiles: [
      ...(await heededFiles(stores)),
      ...(instructions === null ? [] : [instructions]),
      ...terms.baselines,
    ],
    command: exportCommandOf({
      ...{ ...request, ...shown },
      files: plan.paths,
      labels: request.labels ?? undefined,
      instructions: instructions ?? undefined,
      fromFindings: request.takesFindings,
      session: undefined,
      encodings: encodingsOf(source.request),
      stores: await heededStores(stores),
      terms,
      drafts: drafting?.endpoint ? { endpoint: drafting.endpoint, model: drafting.model } : undefined,
    }),
    circumstances: termSettings(terms),
    ...(drafting && { drafting: { ...drafting, draft } }),
    onDrafted: (done, of) => onShare((before * done) / Math.max(1, of)),
    onProgress: (written, of) => onShare(before + ((1 - before) * written) / Math.max(1, of)),
  };
}

/** As the store has it: what repeats a finding that a person called normal is normal, too. */
function recordLabelOf({ subject, verdict }: TaughtLabel): readonly RecordLabel[] {
  const label = labelLine(subject, { label: verdict, at: '' });
  return isRecordLabel(label) ? [label] : [];
}

/** A card names files by their hashes: what is only in an editor has none. */
function pathsOf(input: AnalyseRequest['input']): readonly string[] {
  if (input.kind === 'file') return [input.path];
  if (input.kind === 'files') return input.files.map(({ path }) => path);
  throw new InputError({
    code: 'export-of-text',
    sentence: {
      pattern:
        '{0} is no file as it stands in the editor, so a data card cannot name it. Save it, and analyse it again.',
      values: [input.name],
    },
  });
}

/** A policy decides over what is chosen. */
function redactsBy({ redacts: setting }: DatasetRequest): boolean {
  const destination = { kind: 'remote', host: '' } as const;
  return redactionFor({ setting, destination, exemptLocal: false, policy: readPolicy() }).redacts;
}

function encodingsOf({ input }: AnalyseRequest): readonly (string | undefined)[] {
  if (input.kind === 'file') return [input.encoding];
  return input.kind === 'files' ? input.files.map(({ encoding }) => encoding) : [];
}

function termsOf(
  { from, until, baselines, sensitivity = 'normal', weights = null, rules = [] }: AnalyseRequest,
  { patterns }: Pick<DatasetRequest, 'patterns'>,
  { redacts }: Pick<PreviewTask, 'redacts'>,
): AnalysisTerms {
  const ofSettings = rules.filter(({ unit }) => unit === 'entry').map(({ rule }) => rule);
  return {
    ...{ sensitivity, baselines, isWeighted: weights !== null },
    from: from === null ? null : BigInt(from),
    until: until === null ? null : BigInt(until),
    rules: { file: settingFiles.rules, entries: ofSettings },
    patterns: { file: settingFiles.patterns, entries: redacts ? patterns : [] },
  };
}
