import type { EvidenceFocus, EvidencePack } from '../../model/evidence-pack';
import type { Incident } from '../../model/incident';
import type { SourceIndex } from '../../model/units';
import { scaled } from '../progress';
import { type EvidenceInput, packEvidence } from './evidence';
import { gapMark } from './pack-line';
import { tokensOf } from './token-count';

export interface SourcesEvidence {
  /** Tokens the text may take at most. */
  readonly budget: number;
  /** Lines count through all logs. */
  readonly focus?: EvidenceFocus | undefined;
  /** Where trouble was found: of several files those with more of it get more of the budget. */
  readonly incidents: readonly Incident[];
}

/** What goes by size alone; the rest goes by the incidents, where there are some. */
const shareBySize = 0.25;
const weightOfSeverity = { low: 1, medium: 2, high: 4, critical: 8 } as const;
const outOfFocusShare = 0.1;

/**
 * Packs the logs of a session, one behind the other, into one budget; lines count through all of them. What a file leaves of its share
 * goes to the next. Yields the share done.
 */
export function* packSources(
  input: EvidenceInput,
  options: SourcesEvidence,
): Generator<number, EvidencePack> {
  const { sources } = input.records;
  const logs = sources.flatMap(({ role, lines }, source) => (role === 'log' && lines > 0 ? [source] : []));
  const shares = sharesOf(input, logs, options);
  const packs = new Map<number, EvidencePack>();
  let left = Math.max(0, Math.floor(options.budget));
  let open = logs.reduce((sum, source) => sum + (shares[source] ?? 0), 0);
  for (const [done, source] of ascending(logs, shares).entries()) {
    const share = shares[source];
    const budget = packs.size === logs.length - 1 ? left : Math.floor((left * share) / Math.max(open, share));
    const { firstLine } = sources[source];
    const own = { budget, focus: options.focus, source: source as SourceIndex, linesBefore: firstLine };
    const steps = packEvidence(input, own);
    const pack = yield* scaled(steps, done / logs.length, (done + 1) / logs.length);
    packs.set(source, pack);
    left -= pack.tokens;
    open -= share;
  }
  return joined(logs.flatMap((source) => packs.get(source) ?? []));
}

/** By source, small ones first: what they leave is of use to the others. */
function ascending(logs: readonly number[], shares: readonly number[]): number[] {
  return logs.toSorted((one, other) => shares[one] - shares[other] || one - other);
}

function sharesOf(
  { records }: EvidenceInput,
  logs: readonly number[],
  { incidents, focus }: SourcesEvidence,
): number[] {
  const shares = records.sources.map(() => 0);
  const bytes = logs.reduce((sum, source) => sum + records.sources[source].bytes, 0);
  const weights = records.sources.map(() => 0);
  for (const { source, severity } of incidents) weights[source] += weightOfSeverity[severity];
  const weight = weights.reduce((sum, one) => sum + one, 0);
  for (const source of logs) {
    const bySize = records.sources[source].bytes / Math.max(1, bytes);
    const share =
      weight === 0 ? bySize : shareBySize * bySize + (1 - shareBySize) * (weights[source] / weight);
    shares[source] = share * (isInFocus(records.sources[source], focus) ? 1 : outOfFocusShare);
  }
  return shares;
}

/** Of a time every file may hold some. */
function isInFocus(
  { firstLine, lines }: { readonly firstLine: number; readonly lines: number },
  focus: EvidenceFocus | undefined,
): boolean {
  if (focus === undefined || !('firstLine' in focus)) return true;
  return focus.lastLine > firstLine && focus.firstLine <= firstLine + lines;
}

/** One behind the other; of two gaps that meet one is enough. */
function joined(packs: readonly EvidencePack[]): EvidencePack {
  let text = '';
  for (const pack of packs) {
    const isDouble = text.endsWith(gapMark) && pack.text.startsWith(gapMark);
    text += isDouble ? pack.text.slice(gapMark.length) : pack.text;
  }
  return {
    text,
    tokens: tokensOf(text),
    ranges: packs.flatMap(({ ranges }) => ranges),
    shortened: packs.flatMap(({ shortened }) => shortened),
  };
}
