import { expect, test } from 'vitest';
import { findContainers } from '../../../../src/node/sources/found/containers';
import { temporaryFolder } from '../../temporary-folder';
import { failing, onlyPrograms, printing } from '../programs/fake-programs';

/** No engine runs here: these programs print what the documentation of docker and podman says. */
const folder = temporaryFolder();
const never = new AbortController().signal;

const dockerLine = (ID: string, more: object = {}) =>
  `${JSON.stringify({ ID, Names: `name-${ID}`, Image: 'shop:1', State: 'running', Status: 'Up 2 hours', CreatedAt: '2026-03-01 11:00:00 +0100 CET', ...more })}\n`;

const docker = (list: string, inspected: string) => `if (args[0] === 'ps') { ${list} } else { ${inspected} }`;

const podmanItem = (Id: string, more: object = {}) => ({
  Id,
  Names: [`name-${Id}`],
  Image: 'shop:1',
  State: 'running',
  Status: 'Up 2 hours',
  Created: Date.parse('2026-03-01T10:00:00Z') / 1000,
  Restarts: 3,
  ...more,
});

const common = {
  image: 'shop:1',
  state: 'running',
  status: 'Up 2 hours',
  created: Date.parse('2026-03-01T10:00:00Z'),
};

test('docker tells its containers, and how often they were started again', async () => {
  onlyPrograms(folder, { docker: docker(printing(dockerLine('a1')), printing('a1 4\n')) });
  expect(await findContainers(never)).toEqual({
    containers: [{ tool: 'docker', id: 'a1', name: 'name-a1', restarts: 4, ...common }],
    problems: [],
  });
});

test('docker does not say how often: nobody knows', async () => {
  onlyPrograms(folder, { docker: docker(printing(dockerLine('a1')), failing('no such object')) });
  expect((await findContainers(never)).containers[0].restarts).toBeNull();
});

test('podman tells its own', async () => {
  onlyPrograms(folder, { podman: printing(JSON.stringify([podmanItem('b2')])) });
  expect(await findContainers(never)).toEqual({
    containers: [{ tool: 'podman', id: 'b2', name: 'name-b2', restarts: 3, ...common }],
    problems: [],
  });
});

test('podman under the name of docker lists nothing twice', async () => {
  onlyPrograms(folder, {
    docker: docker(printing(dockerLine('b2') + dockerLine('c3')), ''),
    podman: printing(JSON.stringify([podmanItem('b2')])),
  });
  const { containers } = await findContainers(never);
  expect(containers.map(({ tool, id }) => `${tool} ${id}`).toSorted()).toEqual(['docker c3', 'podman b2']);
});

test('those that run come first, the newest of them before', async () => {
  const lines = [
    dockerLine('old'),
    dockerLine('dead', { State: 'exited', CreatedAt: '2026-03-03 10:00:00 +0000 UTC' }),
    dockerLine('new', { CreatedAt: '2026-03-02 10:00:00 +0000 UTC' }),
    dockerLine('odd', { CreatedAt: 'yesterday' }),
  ];
  onlyPrograms(folder, { docker: docker(printing(lines.join('')), '') });
  const { containers } = await findContainers(never);
  expect(containers.map(({ id }) => id)).toEqual(['new', 'old', 'odd', 'dead']);
});

test('an engine that does not answer is told of beside the other', async () => {
  const words = 'Cannot connect to the Docker daemon. Is the docker daemon running?\n';
  onlyPrograms(folder, { docker: failing(words), podman: printing('[]') });
  const { containers, problems } = await findContainers(never);
  expect(containers).toEqual([]);
  expect(problems).toEqual([
    expect.objectContaining({ values: ['docker', expect.stringContaining('Cannot connect')] }),
  ]);
});

test.each([
  ['there is no engine', {}, 'no-containers'],
  ['the only one does not answer', { docker: failing('Cannot connect\n') }, 'tool-failed'],
])('%s: a sentence says so', async (_, programs, code) => {
  onlyPrograms(folder, programs);
  await expect(findContainers(never)).rejects.toMatchObject({ code });
});

test('giving up ends the question', async () => {
  onlyPrograms(folder, { docker: 'setInterval(() => {}, 1000)' });
  const controller = new AbortController();
  const finding = findContainers(controller.signal);
  controller.abort(new Error('given up'));
  await expect(finding).rejects.toThrow('given up');
});
