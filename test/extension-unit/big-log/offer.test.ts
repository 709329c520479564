import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BigLogOffer } from '../../../src/extension/big-log/offer';
import { temporaryFolder } from '../../node/temporary-folder';

/** What VS Code shows and asks about; set before a tab comes to the front. */
const stage = vi.hoisted(() => {
  class TabInputText {
    constructor(readonly uri: unknown) {}
  }
  return {
    TabInputText,
    listeners: new Set<() => void>(),
    front: undefined as unknown,
    documents: [] as unknown[],
    asksAboveMegabytes: 1024,
    isOffered: false,
    told: [] as string[],
  };
});

vi.mock('vscode', async () => {
  const { Uri, l10n } = await import('../vscode-stand-in');
  const event = (listener: () => void) => {
    stage.listeners.add(listener);
    return { dispose: () => stage.listeners.delete(listener) };
  };
  return {
    Uri,
    l10n,
    TabInputText: stage.TabInputText,
    TabInputCustom: class {},
    StatusBarAlignment: { Left: 1 },
    Disposable: { from: () => ({ dispose: () => stage.listeners.clear() }) },
    commands: { executeCommand: async () => undefined },
    window: {
      createStatusBarItem: () => ({
        show: () => {
          stage.isOffered = true;
        },
        hide: () => {
          stage.isOffered = false;
        },
        dispose: () => undefined,
      }),
      showInformationMessage: async (text: string) => void stage.told.push(text),
      tabGroups: {
        onDidChangeTabs: event,
        onDidChangeTabGroups: event,
        all: [],
        get activeTabGroup() {
          const input = stage.front && new stage.TabInputText(stage.front);
          return { activeTab: input && { input } };
        },
      },
    },
    workspace: {
      onDidOpenTextDocument: event,
      onDidCloseTextDocument: event,
      get textDocuments() {
        return stage.documents;
      },
      getConfiguration: () => ({
        get: (name: string) =>
          name === 'editorLargeFileConfirmation' ? stage.asksAboveMegabytes : undefined,
      }),
    },
  };
});

const folder = temporaryFolder();
const megabyte = 1024 * 1024;

/** A log of so many bytes, all but its first of no content: disks keep no room for them. */
function written(name: string, bytes: number) {
  const fsPath = join(folder, name);
  writeFileSync(fsPath, 'ready\n');
  truncateSync(fsPath, bytes);
  return { fsPath, path: fsPath, scheme: 'file', toString: () => `file://${fsPath}` };
}

/** Its tab comes to the front, and VS Code has had time to load its text. */
async function comesToFront(uri: unknown): Promise<void> {
  stage.front = uri;
  for (const listener of stage.listeners) listener();
  await vi.advanceTimersByTimeAsync(60_000);
}

let offer: BigLogOffer;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  Object.assign(stage, {
    front: undefined,
    documents: [],
    asksAboveMegabytes: 1024,
    isOffered: false,
    told: [],
  });
  offer = new BigLogOffer({ keys: () => [], get: () => undefined, update: async () => undefined } as never);
});
afterEach(() => {
  offer.dispose();
  vi.useRealTimers();
});

const beyond = 50 * megabyte + 1;

it('a log whose text VS Code gives to nobody is offered our editor, once in words', async () => {
  await comesToFront(written('ferry.log', beyond));
  await expect.poll(() => stage.isOffered).toBe(true);
  await comesToFront(written('pier.log', beyond));
  await expect.poll(() => stage.isOffered).toBe(true);
  expect(stage.told).toEqual([expect.stringContaining('ferry.log is too large for VS Code')]);
});

it('of a size VS Code asks about first it is offered, too', async () => {
  stage.asksAboveMegabytes = 10;
  await comesToFront(written('ferry.log', 10 * megabyte + 1));
  await expect.poll(() => stage.told).toEqual([expect.stringContaining('ferry.log')]);
});

const withoutText = [
  { what: 'is opened more slowly than we wait', uri: () => written('slow.log', 3000) },
  { what: 'is as large as VS Code takes', uri: () => written('full.log', 50 * megabyte) },
  {
    what: 'was deleted',
    uri: () => ({ ...written('kept.log', 3000), fsPath: join(folder, 'gone.log'), path: '/gone.log' }),
  },
];

it.each(withoutText)('nothing is said of a log that $what, though its tab has no text', async ({ uri }) => {
  await comesToFront(uri());
  // Another that is: whatever was to be said of the first would have been said before.
  await comesToFront(written('ferry.log', beyond));
  await expect.poll(() => stage.told).toEqual([expect.stringContaining('ferry.log')]);
});

it('what VS Code has a text of is left alone, whatever its size', async () => {
  const open = written('open.log', beyond);
  stage.documents = [{ uri: open }];
  await comesToFront(open);
  await comesToFront(written('ferry.log', beyond));
  await expect.poll(() => stage.told).toEqual([expect.stringContaining('ferry.log')]);
});
