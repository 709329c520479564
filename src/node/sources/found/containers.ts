import type { Sentence } from '../../../engine/model/finding';
import { InputError } from '../../../protocol/input-error';
import { askTool, isMissing } from './ask-tool';
import { countOf, jsonItems, listOf, member, textOf } from './json-members';

export interface FoundContainer {
  readonly tool: 'docker' | 'podman';
  readonly id: string;
  readonly name: string;
  readonly image: string;
  /** `running`, `exited` …, as the engine calls it. */
  readonly state: string;
  /** In the engine's words: `Exited (137) 2 hours ago`. */
  readonly status: string;
  /** Milliseconds since the epoch. */
  readonly created: number | null;
  readonly restarts: number | null;
}

export interface FoundContainers {
  readonly containers: readonly FoundContainer[];
  /** Of an engine that did not answer while the other did. */
  readonly problems: readonly Sentence[];
}

/**
 * All containers of docker and podman, those that run first, the newest first. Where `docker` is podman in disguise they are listed once.
 * Rejects with InputError where neither is installed (`no-containers`) or none answers.
 */
export async function findContainers(signal: AbortSignal): Promise<FoundContainers> {
  const answers = await Promise.allSettled([ofPodman(signal), ofDocker(signal)]);
  signal.throwIfAborted();
  const failures = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
  const told = failures.filter((error) => !isMissing(error));
  if (failures.length === answers.length) throw told[0] ?? noEngine();
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  return { containers: sorted(onceEach(found)), problems: told.map(sentenceOf) };
}

/** Sizes are left out, which take docker minutes; spelled out, since older ones do not know `--format json`. */
const dockerFormat = `{${['ID', 'Names', 'Image', 'State', 'Status', 'CreatedAt']
  .map((name) => `"${name}":{{json .${name}}}`)
  .join(',')}}`;
/** What one command line holds on every system. */
const mostInspected = 200;

async function ofDocker(signal: AbortSignal): Promise<readonly FoundContainer[]> {
  const text = await askTool(['docker', 'ps', '--all', '--no-trunc', '--format', dockerFormat], signal);
  const containers = jsonItems(text).map((item) => containerOf('docker', item));
  const restarts = await dockerRestarts(containers, signal);
  return containers.map((one) => ({ ...one, restarts: restarts.get(one.id) ?? null }));
}

/** Not in the list, so asked for; without an answer nobody knows. */
async function dockerRestarts(containers: readonly FoundContainer[], signal: AbortSignal) {
  const ids = containers.slice(0, mostInspected).map(({ id }) => id);
  const command = ['docker', 'inspect', '--format', '{{.Id}} {{.RestartCount}}', '--', ...ids];
  const text = ids.length === 0 ? '' : await askTool(command, signal).catch(() => '');
  const pairs = text.split('\n').map((line) => line.split(' '));
  return new Map(pairs.map(([id, count]) => [id, count ? countOf(Number(count)) : null]));
}

async function ofPodman(signal: AbortSignal): Promise<readonly FoundContainer[]> {
  const text = await askTool(['podman', 'ps', '--all', '--no-trunc', '--format', 'json'], signal);
  return jsonItems(text).map((item) => containerOf('podman', item));
}

function containerOf(tool: FoundContainer['tool'], item: unknown): FoundContainer {
  const names = member(item, 'Names');
  return {
    tool,
    id: textOf(member(item, 'ID') ?? member(item, 'Id')),
    name: textOf(names) || textOf(listOf(names)[0]),
    image: textOf(member(item, 'Image')),
    state: textOf(member(item, 'State')).toLowerCase(),
    status: textOf(member(item, 'Status')),
    created: createdAt(item),
    restarts: countOf(member(item, 'Restarts')),
  };
}

/** podman: seconds; docker: `2026-03-01 10:00:00 +0000 UTC`. */
function createdAt(item: unknown): number | null {
  const seconds = countOf(member(item, 'Created'));
  if (seconds !== null) return seconds * 1000;
  const parts = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d+)? ([+-]\d\d)(\d\d)/.exec(
    textOf(member(item, 'CreatedAt')),
  );
  const time = parts ? Date.parse(`${parts[1]}T${parts[2]}${parts[3]}:${parts[4]}`) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

/** podman is asked first: what `docker` lists of the same id is the same container. */
function onceEach(containers: readonly FoundContainer[]): readonly FoundContainer[] {
  const known = new Map<string, FoundContainer>();
  for (const one of containers) if (one.name !== '' && !known.has(one.id)) known.set(one.id, one);
  return [...known.values()];
}

function sorted(containers: readonly FoundContainer[]): readonly FoundContainer[] {
  const isStill = ({ state }: FoundContainer) => Number(state !== 'running');
  return containers.toSorted((a, b) => isStill(a) - isStill(b) || (b.created ?? 0) - (a.created ?? 0));
}

function sentenceOf(error: unknown): Sentence {
  if (error instanceof InputError) return error.sentence;
  throw error;
}

function noEngine(): InputError {
  return new InputError({
    code: 'no-containers',
    sentence: {
      pattern: 'Neither docker nor podman is on PATH. Install one of them, or open this window where one is.',
      values: [],
    },
  });
}
