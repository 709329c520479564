import * as vscode from 'vscode';
import { SemanticThread } from '../../node/semantic/semantic-thread';
import type { GroupByMeaning } from '../shared/meaning-groups';
import { findSimilar } from './find-similar';
import { groupByMeaning } from './group-by-meaning';
import { newInMeaning } from './new-in-meaning';
import type { SemanticParts } from './parts';
import { setUp } from './set-up';

/**
 * Search by meaning: off until a person sets it up; its thread starts with the first question, and its end concerns nothing else. Gives
 * what groups templates, for the tree that shows them.
 */
export function registerSemantic(
  context: vscode.ExtensionContext,
  given: Pick<SemanticParts, 'analyses' | 'editors' | 'output'>,
): GroupByMeaning {
  const thread = new SemanticThread(context.asAbsolutePath('dist/semantic-worker.js'));
  const { secrets, globalStorageUri: storageUri } = context;
  const parts: SemanticParts = { ...given, secrets, storageUri, thread };
  const register = vscode.commands.registerCommand;
  context.subscriptions.push(
    thread,
    register('oddline.findSimilarLines', (argument: unknown) => findSimilar(argument, parts)),
    register('oddline.findNewInMeaning', (argument: unknown) => newInMeaning(argument, parts)),
    register('oddline.setUpSemanticSearch', () => setUp(parts)),
  );
  return groupByMeaning(parts);
}
