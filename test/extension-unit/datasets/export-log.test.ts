import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { generateSequences } from '../../../src/engine/dataset/generator/sequences/generate-sequences';
import { generatedLog } from '../../../src/engine/dataset/generator/sequences/generated-log';
import { AnalysisWorkerClient } from '../../../src/node/worker/analysis-worker-client';
import type { DatasetPreview } from '../../../src/protocol/dataset';
import { answers } from '../../model-server/behaviours';
import { type ModelServer, startModelServer } from '../../model-server/model-server';
import { temporaryFolder } from '../../node/temporary-folder';
import { builtWorker } from '../../node/worker/built-worker';

/** What a person is asked and told. */
const person = {
  says: (button: string): string | undefined => button,
  asked: [] as string[],
  told: [] as string[],
  cancel: () => undefined as unknown,
  settings: new Map<string, unknown>(),
};

vi.mock('vscode', async () => {
  const standIn = await import('../vscode-stand-in');
  return {
    ...standIn,
    ProgressLocation: { Notification: 15 },
    env: { language: 'en' },
    workspace: {
      getConfiguration: () => ({ get: (name: string) => person.settings.get(name) }),
      getWorkspaceFolder: () => undefined,
      workspaceFolders: [],
    },
    window: {
      showWarningMessage: async (title: string, { detail }: { detail: string }, button: string) => {
        person.asked.push(`${title}\n${detail}`);
        return person.says(button);
      },
      showErrorMessage: async (text: string) => void person.told.push(text),
      showInformationMessage: async (text: string) => void person.told.push(text),
      withProgress: (_: object, work: (progress: object, token: object) => Promise<unknown>) =>
        work(
          { report: () => undefined },
          { onCancellationRequested: (call: () => undefined) => (person.cancel = call) },
        ),
    },
  };
});

const { Uri } = await import('../vscode-stand-in');
const { exportLog } = await import('../../../src/extension/datasets/export-log');

const folder = temporaryFolder();
const path = join(folder, 'services.log');
const labels = join(folder, 'known.jsonl');
const home = join(folder, 'home');
const choices = {
  ...{ format: 'alpaca', unit: { kind: 'windows', least: 15, most: 15 }, takesFindings: false },
  ...{ balances: false, labelledOnly: false, splitBy: 'random', language: 'en', redacts: true, seed: 1 },
  ...{ shares: { train: 80, validation: 10, test: 10 }, maxTokens: null, drafts: true },
};
const preview = {
  labels: [{ label: 'normal', counts: { train: 30, validation: 4, test: 4 } }],
  examples: [{ tokens: 200 }],
} as unknown as DatasetPreview;

let client: AnalysisWorkerClient;
let server: ModelServer;
/** After how many questions a person cancels. */
let cancelsAfter = Number.POSITIVE_INFINITY;

beforeAll(async () => {
  const made = generatedLog(
    generateSequences({ seed: 3, count: 60, language: 'en', services: 8, anomalies: 0.3 }),
  );
  mkdirSync(home);
  writeFileSync(path, made.text);
  writeFileSync(labels, made.labels.map((label) => `${JSON.stringify(label)}\n`).join(''));
  client = new AnalysisWorkerClient({ workerPath: await builtWorker(folder) });
  const input = { kind: 'file', path, encoding: 'utf8' } as const;
  await client.analyse({ input, baselines: [], from: null, until: null });
});
afterAll(() => client.dispose());

beforeEach(async () => {
  Object.assign(person, { asked: [], told: [], says: (button: string) => button });
  cancelsAfter = Number.POSITIVE_INFINITY;
  let asked = 0;
  // The first draft says nothing of it, the second is none; the others say what the label says.
  server = await startModelServer(({ json }) => {
    const verdict = /Known: (\w+)/.exec(JSON.stringify(json?.messages))?.[1];
    asked++;
    if (asked === cancelsAfter) person.cancel();
    return answers(asked === 1 ? 'Who knows.' : asked === 2 ? ' ' : `${verdict}. As a model has it.`);
  });
  person.settings.set('assistant.endpoint', server.url).set('assistant.model', 'pen');
});
afterEach(() => server.stop());

async function exported(out: string): Promise<void> {
  const log = Object.assign(Uri.from({ scheme: 'file', path }), { fsPath: path });
  const files = { of: () => ({ labels, instructions: null }), folderOf: () => out };
  const parts = {
    analyses: {
      requestOf: () => ({ input: { kind: 'file', path } }),
      get: () => undefined,
      ask: () => client,
    },
    ...{
      consent: { given: false },
      secrets: { get: async () => undefined },
      globalStorage: { fsPath: home },
    },
    output: { error: (what: string, error: unknown) => void person.told.push(`${what} ${error}`) },
    extension: {
      extensionUri: { fsPath: resolve(import.meta.dirname, '../../..') },
      packageJSON: { version: '9.9.9' },
    },
  };
  type Given = Parameters<typeof exportLog>;
  await exportLog(
    log as unknown as Given[0],
    { choices, files, preview } as unknown as Given[1],
    parts as unknown as Given[2],
  );
}

describe('an export whose outputs a model drafts', () => {
  it('says before how much is sent to whom, and afterwards what was taken, and why the rest was not', async () => {
    const out = join(home, 'drafted');
    await exported(out);
    expect(person.asked).toEqual([
      expect.stringMatching(
        /^Let pen write the outputs\?\n127\.0\.0\.1:\d+ is sent the records of each sequence .*masked before\.\n\nAbout 38 requests, /s,
      ),
    ]);
    const { drafts } = JSON.parse(readFileSync(join(out, 'data-card.json'), 'utf8'));
    const all = server.chats.length;
    expect(drafts).toMatchObject({ drafted: all - 2, written: { 'other-verdict': 1, 'no-answer': 1 } });
    expect(person.told).toEqual([
      expect.stringMatching(
        new RegExp(
          `Outputs drafted by pen \\(127\\.0\\.0\\.1:\\d+\\): ${all - 2} of ${all}\\. Drafts not used, as they say otherwise than the label: 1\\. Drafts not used, as there was no whole answer: 1\\.$`,
        ),
      ),
    ]);
  }, 60_000);

  it('leaves nothing behind where it is cancelled while the model is asked', async () => {
    cancelsAfter = 5;
    const before = readdirSync(home);
    await exported(join(home, 'cancelled'));
    expect(readdirSync(home)).toEqual(before);
    expect(server.chats.length).toBeLessThan(20);
    expect(person.told).toEqual([]);
  }, 60_000);

  it('sends and writes nothing where a person does not agree', async () => {
    person.says = () => undefined;
    await exported(join(home, 'refused'));
    expect(server.chats).toEqual([]);
    expect(existsSync(join(home, 'refused'))).toBe(false);
  });
});
