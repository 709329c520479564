import { InputError } from '../../../protocol/input-error';
import { askTool, isMissing } from './ask-tool';
import { countOf, jsonItems, listOf, member, textOf } from './json-members';
import { podTemplate } from './pod-template';

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
  const output = `--output=go-template=${podTemplate}`;
  const command = ['kubectl', 'get', 'pods', output, '--request-timeout=15s', ...where];
  const text = await askTool([...command, ...optional('--context', context)], signal).catch(told);
  const pods = jsonItems(text).map(podOf);
  return pods.filter(({ name }) => name !== '').toSorted(byTrouble);
}

function optional(name: string, value: string | null): readonly string[] {
  return value === null ? [] : [`${name}=${value}`];
}

/** Of the members that `podTemplate` names. */
function podOf(item: unknown): FoundPod {
  const statuses = listOf(member(item, 'statuses'));
  const restarts = statuses.map((status) => countOf(member(status, 'restarts')) ?? 0);
  const created = Date.parse(textOf(member(item, 'created')));
  return {
    name: textOf(member(item, 'name')),
    namespace: textOf(member(item, 'namespace')),
    state: stateOf(item, statuses),
    created: Number.isNaN(created) ? null : created,
    restarts: restarts.reduce((sum, one) => sum + one, 0),
    containers: listOf(member(item, 'containers')).map(textOf),
    hasPrevious: statuses.some((status) => member(status, 'ranBefore') === true),
  };
}

/** As the table of kubectl has it. */
function stateOf(item: unknown, statuses: readonly unknown[]): string {
  if (member(item, 'isLeaving') === true) return 'Terminating';
  const waiting = statuses.map((status) => textOf(member(status, 'waiting')));
  const failed = statuses
    .filter((status) => (countOf(member(status, 'exitCode')) ?? 0) !== 0)
    .map((status) => textOf(member(status, 'terminated')));
  const reason = [...waiting, ...failed].find((word) => word !== '');
  return reason ?? (textOf(member(item, 'reason')) || textOf(member(item, 'phase')));
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
