import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EvaluatedModel } from '../../../src/node/model-evaluation/evaluated-model';
import { judgeByDetectors } from '../../../src/node/model-evaluation/judge-by-detectors';
import type { JudgeRequest } from '../../../src/protocol/model-evaluation';
import { answers, repliesWith } from '../../model-server/behaviours';
import { type ModelServer, startModelServer } from '../../model-server/model-server';
import { temporaryFolder } from '../../node/temporary-folder';

/** What a person chooses, and what was shown. */
const person = {
  picks: (labels: readonly string[]): string | undefined => labels[0],
  types: '' as string | undefined,
  says: (button: string): string | undefined => button,
  /** What is told of the step in which a person cancels. */
  cancelsAt: null as RegExp | null,
  asked: [] as string[],
  told: [] as string[],
  progress: [] as string[],
  settings: new Map<string, unknown>(),
  shown: '',
};

vi.mock('vscode', async () => {
  const standIn = await import('../vscode-stand-in');
  return {
    ...standIn,
    ProgressLocation: { Notification: 15 },
    env: { language: 'en' },
    commands: {
      executeCommand: async (name: string, uri: unknown) => void person.told.push(`${name} ${uri}`),
    },
    workspace: {
      registerTextDocumentContentProvider: () => ({ dispose: () => undefined }),
      getConfiguration: () => ({ get: (name: string) => person.settings.get(name) }),
    },
    window: {
      showQuickPick: async (items: readonly { label: string; description: string }[]) => {
        person.asked.push(...items.map(({ label, description }) => `${label} ${description}`.trim()));
        const label = person.picks(items.map((item) => item.label));
        return items.find((item) => item.label === label);
      },
      showInputBox: async () => person.types,
      showWarningMessage: async (title: string, { detail }: { detail: string }, button: string) => {
        person.asked.push(`${title} ${detail}`);
        return person.says(button);
      },
      showErrorMessage: async (text: string) => void person.told.push(text),
      showOpenDialog: async () => [
        Object.assign(standIn.Uri.from({ scheme: 'file', path: '/models/tiny' }), { fsPath: '/models/tiny' }),
      ],
      withProgress: async (
        { title }: { title: string },
        work: (progress: object, token: object) => Promise<unknown>,
      ) => {
        let cancel = () => undefined;
        const report = ({ message }: { message: string }) => {
          person.progress.push(message);
          if (person.cancelsAt?.test(message)) cancel();
        };
        const done = work({ report }, { onCancellationRequested: (call: typeof cancel) => (cancel = call) });
        report({ message: title });
        return done;
      },
    },
  };
});

const { Uri } = await import('../vscode-stand-in');
const { evaluate } = await import('../../../src/extension/model-evaluation/evaluate');
const { Evaluations } = await import('../../../src/extension/model-evaluation/evaluations');

const folder = temporaryFolder();
const stuckWorker = join(folder, 'stuck.js');
let server: ModelServer;
const keys = new Map<string, string>();
const errors: string[] = [];

beforeEach(async () => {
  Object.assign(person, { asked: [], told: [], progress: [], types: '', cancelsAt: null, shown: '' });
  person.picks = ([first]) => first;
  person.says = (button) => button;
  errors.length = 0;
  server = await startModelServer(({ json }) =>
    answers(/timed out/.test(JSON.stringify(json?.messages)) ? 'Anomalous.' : 'Normal.'),
  );
  person.settings.set('assistant.endpoint', server.url).set('assistant.model', 'tuned');
  const line = (at: number) => ({
    ...{ sequence_id: `s${at}`, label: Number(at % 3 === 0), length: 1 },
    log_entries: [at % 3 === 0 ? 'call to 203.0.113.7 timed out' : `call ${at} to 203.0.113.7 done`],
  });
  const lines = Array.from({ length: 9 }, (_, at) => `${JSON.stringify(line(at))}\n`).join('');
  for (const name of ['train', 'test']) writeFileSync(join(folder, `${name}.jsonl`), lines);
});
afterEach(() => server.stop());

/** What VS Code hands over has a path of the file system. */
function run(path = folder): Promise<EvaluatedModel | undefined> {
  const uri = Object.assign(Uri.from({ scheme: 'file', path }), { fsPath: path });
  const parts = {
    secrets: { get: async (name: string) => keys.get(name) },
    output: { error: (what: string) => void errors.push(what) },
    classifierPath: stuckWorker,
    datasets: {
      judge: (request: JudgeRequest, { signal }: { signal: AbortSignal }) =>
        judgeByDetectors(request, signal),
    },
  };
  const evaluations = new Evaluations();
  const show = evaluations.show.bind(evaluations);
  evaluations.show = async (title, markdown) => {
    person.shown = markdown;
    await show(title, markdown);
  };
  return evaluate(uri, parts as unknown as Parameters<typeof evaluate>[1], evaluations);
}

describe('Evaluate Model', () => {
  it('asks the model that is chosen, once a person agrees, and shows both side by side', async () => {
    const evaluated = await run();
    expect(evaluated?.measures).toMatchObject({ accuracy: 1, examples: 9 });
    expect(person.asked[0]).toBe('tuned local');
    expect(person.asked.at(-1)).toMatch(
      /Ask tuned about 9 examples of .*\? They stay on this machine \(127\.0\.0\.1:\d+\)\. Of each example its question and log lines are sent, never its answer\./,
    );
    expect(person.progress.at(-2)).toBe('9 of 9 answered');
    expect(person.shown).toContain(
      '|  | tuned | Built-in detectors |\n| --- | ---: | ---: |\n| Accuracy | 1.0000 |',
    );
    expect(person.told).toEqual([expect.stringContaining('markdown.showPreview oddline-evaluation:')]);
    expect(server.chats.map(({ body }) => body).join()).not.toContain('203.0.113.7');
  });

  it('asks about as many as a person says', async () => {
    person.types = '3';
    expect((await run())?.examples).toBe(3);
    expect(server.chats).toHaveLength(3);
    expect(person.asked.at(-1)).toContain('about 3 examples of');
  });

  it.each([
    ['no model is picked', () => Object.assign(person, { picks: () => undefined })],
    ['the count is given up', () => Object.assign(person, { types: undefined })],
    ['sending is not agreed to', () => Object.assign(person, { says: () => undefined })],
  ])('sends nothing where %s', async (_, giveUp) => {
    giveUp();
    expect(await run()).toBeUndefined();
    expect(server.chats).toEqual([]);
    expect(person.told).toEqual([]);
  });

  it('tells each of its steps', async () => {
    await run();
    // Before the last, how many are read by then depends on the machine.
    const steps = person.progress.filter((told) => !/^\d+ of|^[0-8] examples read/.test(told));
    expect(steps).toEqual([
      'Reading test.jsonl',
      '9 examples read',
      'Evaluating tuned',
      '9 examples read',
      'The built-in detectors judge the same examples',
    ]);
    const answered = person.progress.filter((told) => /^\d+ of/.test(told));
    expect(answered).toEqual(Array.from({ length: 9 }, (_, at) => `${at + 1} of 9 answered`));
  });

  it.each([
    ['while the test split is read', /^Reading/, 0],
    ['when it has been read', /examples read/, 0],
    ['before anybody is asked', /^Evaluating/, 0],
    ['while the model is asked', /^9 of 9 answered/, 9],
    ['while the detectors judge', /^The built-in detectors/, 9],
  ])('shows nothing of what is cancelled %s', async (_, step, sent) => {
    person.cancelsAt = step;
    expect(await run()).toBeUndefined();
    expect({ told: person.told, errors, shown: person.shown }).toEqual({ told: [], errors: [], shown: '' });
    expect(server.chats).toHaveLength(sent);
  });

  it('ends the thread of a classifier that is cancelled while it is loaded, however long it takes', async () => {
    writeFileSync(
      stuckWorker,
      'require("node:worker_threads").parentPort.on("message", () => { for (;;); });',
    );
    person.picks = (labels) => labels.at(-1);
    person.cancelsAt = /^Loading tiny/;
    expect(await run()).toBeUndefined();
    expect(person.progress.at(-1)).toBe('Loading tiny');
    expect({ told: person.told, errors }).toEqual({ told: [], errors: [] });
  });

  it('tells what is wrong with the data set before anybody is asked', async () => {
    expect(await run(join(folder, '..', 'nowhere.jsonl'))).toBeUndefined();
    expect(await run(join(folder, 'no-such-folder-but-a-name'))).toBeUndefined();
    expect(server.chats).toEqual([]);
    expect(person.told).toHaveLength(2);
    expect(person.asked).toEqual([]);
  });

  it('tells why the server answers nothing', async () => {
    await server.stop();
    server = await startModelServer(repliesWith(401, { error: { message: 'Incorrect API key' } }));
    person.settings.set('assistant.endpoint', server.url);
    expect(await run()).toBeUndefined();
    expect(person.told).toEqual([expect.stringContaining('127.0.0.1')]);
    expect(errors).toEqual([]);
  });
});
