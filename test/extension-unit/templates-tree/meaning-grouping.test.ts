import { beforeEach, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import type { MeaningGroups } from '../../../src/extension/shared/meaning-groups';
import { MeaningGrouping } from '../../../src/extension/templates-tree/meaning-grouping';
import { analysedLog, template } from '../analysed-log';
import { Uri } from '../vscode-stand-in';

vi.mock('vscode', () => import('../vscode-stand-in'));

const uriOf = (path: string) => Uri.from({ scheme: 'file', path }) as unknown as vscode.Uri;
const logAt = (path: string, patterns: readonly string[] = ['ferry left', 'boat departed']) => {
  const templates = patterns.map((pattern, i) => template(i, { pattern, count: 10 - i }));
  return analysedLog([], { uri: uriOf(path) }, { templates });
};
const groups: MeaningGroups = [['ferry left', 'boat departed']];

/** A model that answers when it is told to. */
class Asked {
  patterns: readonly string[][] = [];
  signal: AbortSignal | undefined;
  private settle: (groups: MeaningGroups | undefined) => void = () => undefined;

  readonly ask = (patterns: readonly string[], signal: AbortSignal): Promise<MeaningGroups | undefined> => {
    this.patterns = [...this.patterns, [...patterns]];
    this.signal = signal;
    return new Promise((resolve) => {
      this.settle = resolve;
    });
  };

  answer(answer: MeaningGroups | undefined): void {
    this.settle(answer);
  }
}

let model: Asked;
let grouping: MeaningGrouping;
beforeEach(() => {
  model = new Asked();
  grouping = new MeaningGrouping(model.ask);
});

const pier = logAt('/pier.log');

async function grouped(): Promise<void> {
  const asked = grouping.group(pier);
  model.answer(groups);
  await asked;
}

it('is running until the model has answered, and nobody is asked twice meanwhile', async () => {
  const asked = grouping.group(pier);
  expect(grouping.stateOf(pier)).toBe('running');
  expect(await grouping.group(pier)).toBeUndefined();
  model.answer(groups);
  expect(await asked).toBe(groups);
  expect(grouping.stateOf(pier)).toBe('grouped');
  expect(model.patterns).toHaveLength(1);
});

it('is given each pattern once, the commonest first', async () => {
  void grouping.group(logAt('/pier.log', ['ferry left', 'boat departed', 'ferry left']));
  expect(model.patterns).toEqual([['ferry left', 'boat departed']]);
});

it('says how many were too many to be compared', async () => {
  const log = logAt('/pier.log', ['ferry left', 'boat departed', 'gull landed']);
  const asked = grouping.group(log);
  model.answer(groups);
  await asked;
  expect(grouping.leftOf(log)).toBe(1);
});

it('is what it was before where it is given up', async () => {
  await grouped();
  const again = grouping.group(pier);
  model.answer(undefined);
  expect(await again).toBeUndefined();
  expect(grouping.groupsOf(pier)).toBe(groups);
});

it('ends where it is cancelled: an answer that comes all the same is dropped', async () => {
  const asked = grouping.group(pier);
  grouping.cancel(pier);
  expect(model.signal?.aborted).toBe(true);
  model.answer(groups);
  expect(await asked).toBeUndefined();
  expect(grouping.stateOf(pier)).toBe('none');
});

it('goes with its log under a new name, while the model is asked, too', async () => {
  const asked = grouping.group(pier);
  grouping.rename(uriOf('/pier.log'), uriOf('/quay.log'));
  model.answer(groups);
  await asked;
  expect(grouping.stateOf(logAt('/quay.log'))).toBe('grouped');
  expect(grouping.stateOf(pier)).toBe('none');
});

it('ends with the last tab of its log', async () => {
  await grouped();
  grouping.forget(uriOf('/pier.log'));
  expect(grouping.stateOf(pier)).toBe('none');
  const asked = grouping.group(pier);
  grouping.forget(uriOf('/pier.log'));
  expect(model.signal?.aborted).toBe(true);
  model.answer(undefined);
  await asked;
});

it('another run of the log finds its groups, and asks nobody', async () => {
  await grouped();
  expect(grouping.groupsOf(logAt('/pier.log', ['ferry left', 'gull landed']))).toBe(groups);
  expect(model.patterns).toHaveLength(1);
});
