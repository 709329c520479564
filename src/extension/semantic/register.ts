import * as vscode from 'vscode';
import { SemanticThread } from '../../node/semantic/semantic-thread';
import { findSimilar } from './find-similar';
import { groupByMeaning } from './group-by-meaning';
import { newInMeaning } from './new-in-meaning';
import type { SemanticParts } from './parts';
import { setUp } from './set-up';

/** Search by meaning: off until a person sets it up; its thread starts with the first question, and its end concerns nothing else. */
export function registerSemantic(
  context: vscode.ExtensionContext,
  given: Pick<SemanticParts, 'analyses' | 'editors' | 'output'>,
): void {
  const thread = new SemanticThread(context.asAbsolutePath('dist/semantic-worker.js'));
  const { secrets, globalStorageUri: storageUri } = context;
  const parts: SemanticParts = { ...given, secrets, storageUri, thread };
  const register = vscode.commands.registerCommand;
  context.subscriptions.push(
    thread,
    register('oddline.findSimilarLines', (argument: unknown) => findSimilar(argument, parts)),
    register('oddline.groupByMeaning', (argument: unknown) => groupByMeaning(argument, parts)),
    register('oddline.findNewInMeaning', (argument: unknown) => newInMeaning(argument, parts)),
    register('oddline.setUpSemanticSearch', () => setUp(parts)),
  );
}
