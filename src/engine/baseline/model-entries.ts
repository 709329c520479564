import { RecordFeatures } from '../features/record-features';
import { Level } from '../model/level';
import { isParameterType } from '../templates/tokens';
import type { BaselineModel, KnownColumn, KnownMessage, KnownSequence, SampleRow } from './baseline-model';

/** One line of a baseline file; each list of a model has its own kind. */
export type BaselineEntry = Readonly<Record<string, unknown>> & { readonly kind: string };

const levels = Object.keys(Level).length;

/** A model as entries, each small enough for a line. */
export function* entriesOf(model: BaselineModel): Generator<BaselineEntry> {
  const { logs, records, variation } = model;
  yield { kind: 'summary', logs, records, variation };
  for (const message of model.messages) yield { kind: 'message', ...message };
  for (const [name, count] of model.components) yield { kind: 'component', name, count };
  for (const [from, steps] of stepsByFrom(model.transitions)) yield { kind: 'transitions', from, steps };
  for (const row of model.sample) yield { kind: 'sample', ...row };
  for (const { kind: place, ...column } of model.columns) yield { kind: 'values', place, ...column };
  for (const sequence of model.sequences) yield { kind: 'sequence', ...sequence };
}

function stepsByFrom(transitions: BaselineModel['transitions']): Map<number, [number, number][]> {
  const steps = new Map<number, [number, number][]>();
  for (const [from, to, count] of transitions) steps.set(from, [...(steps.get(from) ?? []), [to, count]]);
  return steps;
}

/** The model of entries that `entriesOf` made; undefined where one is none of them: what is read may be anything. */
export function modelOf(entries: readonly BaselineEntry[]): BaselineModel | undefined {
  const ofKind = (kind: string) => entries.filter((entry) => entry.kind === kind);
  const [summary] = ofKind('summary');
  if (summary === undefined || !isSummary(summary)) return undefined;
  const messages = ofKind('message');
  const isMessage = (value: unknown): value is number => isCount(value) && value < messages.length;
  const columns = ofKind('values').map(({ kind: _, place, ...column }) => ({ ...column, kind: place }));
  const transitions = ofKind('transitions');
  const sequences = ofKind('sequence');
  const sample = ofKind('sample');
  const components = ofKind('component');
  const isWhole =
    messages.every(isKnownMessage) &&
    components.every(({ name, count }) => typeof name === 'string' && isCount(count)) &&
    transitions.every(({ from, steps }) => isMessage(from) && isCounts(steps, isMessage)) &&
    sample.every((row) => isKey(row.key) && isCodes(row.codes)) &&
    columns.every((column) => isKnownColumn(column, isMessage)) &&
    sequences.every((sequence) => isKnownSequence(sequence, isMessage));
  if (!isWhole) return undefined;
  const { logs, records, variation } = summary;
  return {
    logs,
    records,
    variation,
    messages: messages.map(bare) as unknown as KnownMessage[],
    components: components.map(({ name, count }) => [name as string, count as number]),
    transitions: transitions.flatMap(({ from, steps }) =>
      (steps as [number, number][]).map(([to, count]) => [from as number, to, count] as const),
    ),
    sample: sample.map(bare) as unknown as SampleRow[],
    columns: columns as unknown as KnownColumn[],
    sequences: sequences.map(bare) as unknown as KnownSequence[],
  };
}

function bare({ kind: _, ...members }: BaselineEntry): object {
  return members;
}

type Summary = Pick<BaselineModel, 'logs' | 'records' | 'variation'>;

function isSummary(entry: object): entry is Summary {
  const { logs, records, variation } = entry as Partial<Summary>;
  return isCount(logs) && isCount(records) && isCount(variation?.unknown) && isCount(variation.excess);
}

function isKnownMessage(entry: object): boolean {
  const { text, levels: byLevel, strangest, ...counts } = entry as Partial<KnownMessage>;
  const { episodes, measured, logBytes, peak } = counts;
  if (typeof text !== 'string' || !text.includes(' ')) return false;
  if (!Array.isArray(byLevel) || byLevel.length !== levels || !byLevel.every(isCount)) return false;
  if (![episodes, measured, logBytes, peak].every(isCount)) return false;
  return strangest === null || (isCount(strangest?.score) && isCodes(strangest.codes));
}

function isKnownColumn(entry: object, isMessage: (value: unknown) => boolean): boolean {
  const { message, kind, name, type, ordinal, count, set, numbers } = entry as Partial<KnownColumn>;
  if (!isMessage(message) || (kind !== 'parameter' && kind !== 'field')) return false;
  if (typeof name !== 'string' || !isCount(ordinal) || !isCount(count)) return false;
  if (type !== null && !(typeof type === 'string' && isParameterType(type))) return false;
  if (set !== null && !isCounts(set, (hash) => typeof hash === 'string')) return false;
  if (numbers === null) return true;
  const isUnit = numbers?.unit === null || numbers?.unit === 's' || numbers?.unit === 'B';
  return isUnit && isCounts(numbers?.bins, (bin) => Number.isSafeInteger(bin));
}

function isKnownSequence(entry: object, isMessage: (value: unknown) => boolean): boolean {
  const { events, count } = entry as Partial<KnownSequence>;
  return isCount(count) && Array.isArray(events) && events.every(isMessage);
}

function isCounts(value: unknown, isKeyOfCount: (key: unknown) => boolean): boolean {
  return (
    Array.isArray(value) && value.every((pair) => isPair(pair) && isKeyOfCount(pair[0]) && isCount(pair[1]))
  );
}

function isPair(value: unknown): value is [unknown, unknown] {
  return Array.isArray(value) && value.length === 2;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

const isKey = isCount;

function isCodes(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length === RecordFeatures.width &&
    value.every((code) => Number.isSafeInteger(code) && Math.abs(code) <= 0x7fff)
  );
}
