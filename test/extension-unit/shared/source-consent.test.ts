import { beforeEach, describe, expect, test, vi } from 'vitest';
import type * as vscode from 'vscode';
import { SourceConsent } from '../../../src/extension/shared/source-consent';
import type { LogSource } from '../../../src/protocol/log-source';

/** What a person answers, and what they were asked. */
const person = vi.hoisted(() => ({
  answers: [] as (string | undefined)[],
  questions: [] as string[],
  workspace: { isTrusted: true },
  commands: [] as string[],
}));

vi.mock('vscode', () => ({
  workspace: person.workspace,
  window: {
    showWarningMessage: async (message: string) => {
      person.questions.push(message);
      return person.answers.shift();
    },
  },
  commands: { executeCommand: async (command: string) => void person.commands.push(command) },
  l10n: {
    t: (pattern: string, ...values: string[]) => pattern.replace(/\{(\d)\}/g, (_, i) => values[Number(i)]),
  },
}));

const server = { kind: 'loki', name: 'harbour' } as LogSource;
const program = (...command: string[]): LogSource => ({ kind: 'command', name: 'buoys', command });

/** What VS Code keeps for the next session. */
function memory(): vscode.Memento {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: (key: string, otherwise?: unknown) => (kept.get(key) ?? otherwise) as never,
    update: async (key, value) => void kept.set(key, value),
  };
}

function inWorkspace(isTrusted: boolean, ...answers: (string | undefined)[]): void {
  person.workspace.isTrusted = isTrusted;
  person.answers = answers;
}

beforeEach(() => {
  person.questions = [];
  person.commands = [];
});

describe('in a workspace that is trusted', () => {
  test('a server is asked without a question', async () => {
    inWorkspace(true);
    expect(await new SourceConsent(memory()).mayUse(server)).toBe(true);
    expect(person.questions).toEqual([]);
  });

  test('a command is run once the person has said so, and is remembered by all its words', async () => {
    const kept = memory();
    inWorkspace(true, 'Run');
    expect(await new SourceConsent(kept).mayUse(program('tide', '--follow'))).toBe(true);
    expect(await new SourceConsent(kept).mayUse(program('tide', '--follow'))).toBe(true);
    expect(person.questions).toHaveLength(1);
    expect(await new SourceConsent(kept).mayUse(program('tide --follow'))).toBe(false);
    expect(person.questions).toHaveLength(2);
  });

  test('a command is not run where the person closes the question, and is asked about again', async () => {
    const consent = new SourceConsent(memory());
    inWorkspace(true, undefined, 'Run');
    expect(await consent.mayUse(program('tide'))).toBe(false);
    expect(await consent.mayUse(program('tide'))).toBe(true);
  });

  test('of commands the two hundred confirmed last are remembered', async () => {
    const consent = new SourceConsent(memory());
    const commands = Array.from({ length: 201 }, (_, i) => program('tide', `${i}`));
    inWorkspace(true, ...commands.map(() => 'Run'));
    for (const command of commands) await consent.mayUse(command);
    expect([await consent.mayUse(commands[1]), await consent.mayUse(commands[0])]).toEqual([true, false]);
  });

  test('what was picked of what runs here, and what is only tested, needs no further word', async () => {
    inWorkspace(true);
    const consent = new SourceConsent(memory());
    expect([await consent.mayUsePicked(program('tide')), await consent.mayTest(program('tide'))]).toEqual([
      true,
      true,
    ]);
    expect(person.questions).toEqual([]);
  });
});

describe('in a workspace that is not trusted', () => {
  test('a server is asked once the person has said so, for as long as the window is open', async () => {
    const kept = memory();
    const consent = new SourceConsent(kept);
    inWorkspace(false, undefined, 'Ask harbour');
    expect(await consent.mayUse(server)).toBe(false);
    expect([await consent.mayUse(server), await consent.mayTest(server)]).toEqual([true, true]);
    expect(person.questions).toHaveLength(2);
    expect(await new SourceConsent(kept).mayUse(server)).toBe(false);
  });

  test.each([
    ['used', (consent: SourceConsent, source: LogSource) => consent.mayUse(source)],
    ['picked', (consent: SourceConsent, source: LogSource) => consent.mayUsePicked(source)],
    ['tested', (consent: SourceConsent, source: LogSource) => consent.mayTest(source)],
    ['looked for', (consent: SourceConsent) => consent.mayRunHere()],
  ])('no command is %s, not even one that was confirmed before', async (_, ask) => {
    const kept = memory();
    inWorkspace(true, 'Run');
    await new SourceConsent(kept).mayUse(program('tide'));
    inWorkspace(false, 'Manage Workspace Trust');
    expect(await ask(new SourceConsent(kept), program('tide'))).toBe(false);
    expect(person.commands).toEqual(['workbench.trust.manage']);
  });
});
