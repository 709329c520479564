import { lstat, rm } from 'node:fs/promises';
import type { LearnedMeasure, LearnedWeights } from '../../engine/labels/label-report';
import { readStoreFile, writeStoreFile } from './store-file';
import { whileLocked } from './store-lock';
import { damagedWeights, newerVersion, notWritten } from './store-problems';

/** What labels made of the detectors, as a person agreed to it. */
export interface AgreedWeights extends LearnedWeights {
  /** When it was agreed to: ISO 8601, UTC. */
  readonly at: string;
  /** Who; see `whoLabels`. */
  readonly by?: string;
}

const version = 1;

/** `weights.json` of a store folder; null where there is none. Throws InputError for a newer and for a damaged file. */
export async function readWeights(path: string): Promise<AgreedWeights | null> {
  const text = await readStoreFile(path);
  if (text === '') return null;
  const data = parsed(text);
  if (data?.oddline !== 'weights') throw damagedWeights(path);
  if (isCount(data.version) && data.version > version) throw newerVersion(path, data.version, version);
  const { oddline: _, version: written, ...rest } = data;
  if (written !== version || !isAgreed(rest)) throw damagedWeights(path);
  return rest;
}

/**
 * Detectors count as they are built to again, whatever stands there: what cannot be read, too. Nothing, and no lock, where there is no
 * file. Throws InputError.
 */
export async function removeWeights(path: string): Promise<void> {
  const isThere = await lstat(path).then(
    () => true,
    (error) => error.code !== 'ENOENT',
  );
  if (isThere) await whileLocked(path, () => remove(path));
}

async function remove(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch (error) {
    throw notWritten(path, error);
  }
}

/** What is to be done with weights; `null` are none. */
export interface WeightsChange {
  readonly from: AgreedWeights | null;
  readonly to: AgreedWeights | null;
}

/**
 * False, and nothing changed, where the file holds others than those to change by now: somebody agreed to them elsewhere meanwhile. Throws
 * InputError, and the file is as it was; for one that is there and cannot be read, too: a newer Oddline may have written it.
 */
export async function changeWeights(path: string, { from, to }: WeightsChange): Promise<boolean> {
  return whileLocked(path, async () => {
    if (!areSame(await readWeights(path), from)) return false;
    await (to ? writeStoreFile(path, textOf(to)) : remove(path));
    return true;
  });
}

export function areSame(one: AgreedWeights | null, other: AgreedWeights | null): boolean {
  return (one && textOf(one)) === (other && textOf(other));
}

function textOf({ at, by, weights, bias, before, after, folds, groups, records }: AgreedWeights): string {
  const names = Object.keys(weights).sort() as (keyof LearnedWeights['weights'])[];
  const sorted = Object.fromEntries(names.map((name) => [name, weights[name]]));
  const learned = { bias, weights: sorted, before, after, folds, groups, records };
  const file = { oddline: 'weights', version, at, ...(by !== undefined && { by }), ...learned };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

type Unchecked = Readonly<Partial<Record<string, unknown>>>;

function parsed(text: string): Unchecked | undefined {
  try {
    return { ...Object(JSON.parse(text)) };
  } catch {
    return undefined;
  }
}

function isAgreed(data: Unchecked): data is Unchecked & AgreedWeights {
  const { at, by, bias, weights, before, after, folds, groups, records } = data;
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return false;
  if (by !== undefined && typeof by !== 'string') return false;
  const areCounted = [folds, groups, records].every(isCount);
  return areCounted && Number.isFinite(bias) && areWeights(weights) && [before, after].every(isMeasure);
}

function areWeights(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((weight) => Number.isFinite(weight));
}

function isMeasure(value: unknown): value is LearnedMeasure {
  const { precision, recall, f1 }: Unchecked = { ...Object(value) };
  return [precision, recall, f1].every((one) => typeof one === 'number' && one >= 0 && one <= 1);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
