import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type FoundPod, findPods } from '../../../../src/node/sources/found/pods';
import { findProgram } from '../../../../src/node/sources/processes/find-program';
import { temporaryFolder } from '../../temporary-folder';
import { failing, onlyPrograms } from '../programs/fake-programs';

const folder = temporaryFolder();
const never = new AbortController().signal;
const everywhere = { context: null, namespace: 'all' } as const;
const hasKubectl = await findProgram('kubectl').then(
  () => true,
  () => false,
);
const created = '2026-03-01T10:00:00Z';

interface PodCase {
  /** As the API of Kubernetes has it. */
  readonly pod: object;
  readonly found: FoundPod;
}

const calm = { created: Date.parse(created), restarts: 0, containers: ['app'], hasPrevious: false };
const spec = { containers: [{ name: 'app' }] };
const named = (name: string, more: object = {}) => ({
  metadata: { name, namespace: 'shop', creationTimestamp: created, ...more },
});

const cases: readonly PodCase[] = [
  {
    pod: {
      ...named('crashing'),
      spec: { containers: [{ name: 'app' }, { name: 'proxy' }], initContainers: [{ name: 'prepare' }] },
      status: {
        phase: 'Running',
        containerStatuses: [
          {
            name: 'app',
            restartCount: 4,
            state: { waiting: { reason: 'CrashLoopBackOff' } },
            lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } },
          },
          { name: 'proxy', restartCount: 1, state: { running: {} }, lastState: {} },
        ],
        initContainerStatuses: [
          { restartCount: 0, state: { terminated: { exitCode: 0, reason: 'Completed' } } },
        ],
      },
    },
    found: {
      ...calm,
      name: 'crashing',
      namespace: 'shop',
      state: 'CrashLoopBackOff',
      restarts: 5,
      containers: ['app', 'proxy', 'prepare'],
      hasPrevious: true,
    },
  },
  {
    pod: { ...named('evicted'), spec, status: { phase: 'Failed', reason: 'Evicted' } },
    found: { ...calm, name: 'evicted', namespace: 'shop', state: 'Evicted' },
  },
  {
    pod: {
      ...named('failed'),
      spec,
      status: {
        phase: 'Failed',
        containerStatuses: [{ restartCount: 0, state: { terminated: { exitCode: 2, reason: 'Error' } } }],
      },
    },
    found: { ...calm, name: 'failed', namespace: 'shop', state: 'Error' },
  },
  {
    pod: { ...named('leaving', { deletionTimestamp: created }), spec, status: { phase: 'Running' } },
    found: { ...calm, name: 'leaving', namespace: 'shop', state: 'Terminating' },
  },
  // Accepted a moment ago.
  { pod: { ...named('new'), spec }, found: { ...calm, name: 'new', namespace: 'shop', state: '' } },
  {
    pod: {
      ...named('well'),
      spec,
      status: { phase: 'Running', containerStatuses: [{ restartCount: 0, state: { running: {} } }] },
    },
    found: { ...calm, name: 'well', namespace: 'shop', state: 'Running' },
  },
];

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
  delete process.env.KUBECONFIG;
  delete process.env.KUBECACHEDIR;
});

/** Enough of an API server for `kubectl get pods`; the file that leads to it is set as KUBECONFIG. */
async function serve(pods: readonly object[]): Promise<void> {
  const resources = [
    { name: 'pods', singularName: 'pod', namespaced: true, kind: 'Pod', verbs: ['get', 'list'] },
  ];
  const answers: readonly (readonly [RegExp, object])[] = [
    [/^\/apis/, { kind: 'APIGroupList', apiVersion: 'v1', groups: [] }],
    [
      /^\/api\/v1\/pods/,
      {
        kind: 'PodList',
        apiVersion: 'v1',
        metadata: {},
        items: pods.map((pod) => ({ apiVersion: 'v1', kind: 'Pod', ...pod })),
      },
    ],
    [/^\/api\/v1/, { kind: 'APIResourceList', groupVersion: 'v1', resources }],
    [/^\/api/, { kind: 'APIVersions', versions: ['v1'] }],
  ];
  const server = createServer(({ url = '' }, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answers.find(([path]) => path.test(url))?.[1]));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const cluster = { name: 'here', cluster: { server: `http://127.0.0.1:${port}` } };
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [cluster],
    contexts: [{ name: 'here', context: { cluster: 'here', user: '' } }],
    'current-context': 'here',
  };
  process.env.KUBECACHEDIR = folder;
  process.env.KUBECONFIG = join(folder, `config-${port}`);
  writeFileSync(process.env.KUBECONFIG, JSON.stringify(config));
}

test.skipIf(!hasKubectl)('kubectl itself gives what is asked of every pod', async () => {
  await serve(cases.map(({ pod }) => pod));
  const found = await findPods(everywhere, never);
  const byName = found.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  expect(byName).toEqual(cases.map(({ found }) => found));
  const troubled = found.findIndex(({ state }) => state === 'Running');
  expect(troubled).toBe(cases.length - 1);
});

/** Prints what kubectl does by our template, so that this runs where there is no kubectl. */
const line = (name: string, more: object) =>
  JSON.stringify({
    name,
    namespace: 'b',
    created,
    isLeaving: false,
    phase: 'Running',
    reason: '',
    containers: ['app'],
    statuses: [null],
    ...more,
  });

test('those in trouble come first, then by namespace and name', async () => {
  const lines = [
    line('z', {}),
    line('a', { namespace: 'c' }),
    line('y', {
      statuses: [{ restarts: 3, waiting: 'ImagePullBackOff', exitCode: 0, ranBefore: true }, null],
    }),
    'this is no JSON',
    line('b', {}),
  ];
  onlyPrograms(folder, { kubectl: `console.log(${JSON.stringify(lines.join('\n'))})` });
  const found = await findPods(everywhere, never);
  expect(found.map(({ name, state, restarts }) => [name, state, restarts])).toEqual([
    ['y', 'ImagePullBackOff', 3],
    ['b', 'Running', 0],
    ['z', 'Running', 0],
    ['a', 'Running', 0],
  ]);
});

test('the cluster and the namespace are asked for by name', async () => {
  onlyPrograms(folder, { kubectl: `console.log(JSON.stringify({ name: args.slice(3).join(' ') }))` });
  const asked = async (context: string | null, namespace: string | null) =>
    (await findPods({ context, namespace }, never))[0].name;
  expect(await asked(null, null)).toBe('--request-timeout=15s');
  expect(await asked('prod', 'shop')).toBe('--request-timeout=15s --namespace=shop --context=prod');
  expect(await asked(null, 'all')).toBe('--request-timeout=15s --all-namespaces');
});

test.each([
  ['kubectl is missing', {}, 'no-pods'],
  ['no cluster answers', { kubectl: failing('The connection to the server was refused\n') }, 'tool-failed'],
])('%s: a sentence says so', async (_, programs, code) => {
  onlyPrograms(folder, programs);
  await expect(findPods(everywhere, never)).rejects.toMatchObject({ code });
});
