import type { EvidenceFocus, EvidencePack } from '../../model/evidence-pack';
import type { Incident } from '../../model/incident';
import type { SourceIndex } from '../../model/units';
import { FilesOfLog } from '../../records/files-of-log';
import { scaled } from '../progress';
import { type EvidenceInput, packEvidence } from './evidence';
import { fileHeading } from './file-heading';
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
  const { names } = new FilesOfLog(input.records);
  const packs = new Map<number, EvidencePack>();
  let left = Math.max(0, Math.floor(options.budget));
  let open = logs.reduce((sum, source) => sum + (shares[source] ?? 0), 0);
  for (const [done, source] of ascending(logs, shares).entries()) {
    const share = shares[source];
    const room = packs.size === logs.length - 1 ? left : Math.floor((left * share) / Math.max(open, share));
    const heading = names.length === 0 ? '' : `${fileHeading(names[source])}\n`;
    const budget = Math.max(0, room - tokensOf(heading));
    const { firstLine } = sources[source];
    const own = { budget, focus: options.focus, source: source as SourceIndex, linesBefore: firstLine };
    const steps = packEvidence(input, own);
    const pack = under(heading, yield* scaled(steps, done / logs.length, (done + 1) / logs.length));
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

/** With the name of its file above it; of a file of which nothing is shown there is nothing to head. */
function under(heading: string, pack: EvidencePack): EvidencePack {
  if (heading === '') return pack;
  if (pack.ranges.length === 0 && pack.shortened.length === 0) return { ...pack, text: '', tokens: 0 };
  const text = `${heading}${pack.text}`;
  return { ...pack, text, tokens: tokensOf(text) };
}

function joined(packs: readonly EvidencePack[]): EvidencePack {
  const text = packs.map((pack) => pack.text).join('');
  return {
    text,
    tokens: tokensOf(text),
    ranges: packs.flatMap(({ ranges }) => ranges),
    shortened: packs.flatMap(({ shortened }) => shortened),
  };
}
