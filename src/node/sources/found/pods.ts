import { InputError } from '../../../protocol/input-error';
import { askTool, isMissing } from './ask-tool';
import { countOf, listOf, member, parsed, textOf } from './json-members';

export interface FoundPod {
  readonly name: string;
  readonly namespace: string;
  /** What is wrong with a container of it (`CrashLoopBackOff`), else its phase (`Running`). */
  readonly state: string;
  /** Milliseconds since the epoch. */
  readonly created: number | null;
  /** Of all its containers. */
  readonly restarts: number;
  /** Those that are started first stand last. */
  readonly containers: readonly string[];
  /** One of its containers ran before: `kubectl logs --previous` has something to show. */
  readonly hasPrevious: boolean;
}

export interface PodsAsked {
  /** Null is the one kubectl is set to. */
  readonly context: string | null;
  /** Null is the one of the context. */
  readonly namespace: string | 'all' | null;
}

/** Those in trouble first, then by name. Rejects with InputError where kubectl is missing (`no-pods`) or its cluster does not answer. */
export async function findPods(
  { context, namespace }: PodsAsked,
  signal: AbortSignal,
): Promise<readonly FoundPod[]> {
  const where = namespace === 'all' ? ['--all-namespaces'] : optional('--namespace', namespace);
  const command = ['kubectl', 'get', 'pods', '--output=json', '--request-timeout=15s', ...where];
  const text = await askTool([...command, ...optional('--context', context)], signal).catch(told);
  const pods = listOf(member(parsed(text), 'items')).map(podOf);
  return pods.filter(({ name }) => name !== '').toSorted(byTrouble);
}

/** The clusters kubectl knows, sorted. Rejects as `findPods` does. */
export async function findContexts(signal: AbortSignal): Promise<readonly string[]> {
  const text = await askTool(['kubectl', 'config', 'get-contexts', '--output=name'], signal).catch(told);
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').toSorted();
}

function optional(name: string, value: string | null): readonly string[] {
  return value === null ? [] : [`${name}=${value}`];
}

function podOf(item: unknown): FoundPod {
  const statuses = statusesOf(item);
  const restarts = statuses.map((status) => countOf(member(status, 'restartCount')) ?? 0);
  const created = Date.parse(textOf(member(item, 'metadata', 'creationTimestamp')));
  return {
    name: textOf(member(item, 'metadata', 'name')),
    namespace: textOf(member(item, 'metadata', 'namespace')),
    state: stateOf(item, statuses),
    created: Number.isNaN(created) ? null : created,
    restarts: restarts.reduce((sum, one) => sum + one, 0),
    containers: [...namesOf(item, 'containers'), ...namesOf(item, 'initContainers')],
    hasPrevious: statuses.some((status) => member(status, 'lastState', 'terminated') !== undefined),
  };
}

function statusesOf(item: unknown): readonly unknown[] {
  const lists = ['containerStatuses', 'initContainerStatuses'].map((name) => member(item, 'status', name));
  return lists.flatMap(listOf);
}

function namesOf(item: unknown, kind: 'containers' | 'initContainers'): readonly string[] {
  const names = listOf(member(item, 'spec', kind)).map((container) => textOf(member(container, 'name')));
  return names.filter((name) => name !== '');
}

/** As the table of kubectl has it. */
function stateOf(item: unknown, statuses: readonly unknown[]): string {
  if (member(item, 'metadata', 'deletionTimestamp') !== undefined) return 'Terminating';
  const waiting = statuses.map((status) => textOf(member(status, 'state', 'waiting', 'reason')));
  const failed = statuses
    .filter((status) => countOf(member(status, 'state', 'terminated', 'exitCode')) !== 0)
    .map((status) => textOf(member(status, 'state', 'terminated', 'reason')));
  const reason = [...waiting, ...failed].find((word) => word !== '');
  return reason ?? (textOf(member(item, 'status', 'reason')) || textOf(member(item, 'status', 'phase')));
}

const calm = ['Running', 'Succeeded'];

function byTrouble(a: FoundPod, b: FoundPod): number {
  const isCalm = ({ state }: FoundPod) => Number(calm.includes(state));
  return isCalm(a) - isCalm(b) || compare(a.namespace, b.namespace) || compare(a.name, b.name);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function told(error: unknown): never {
  if (!isMissing(error)) throw error;
  throw new InputError({
    code: 'no-pods',
    sentence: {
      pattern:
        'kubectl, which asks a cluster for its pods, is not on PATH. Install it, or open this window where it is.',
      values: [],
    },
  });
}
