import type * as vscode from 'vscode';
import type { StoredTurn } from '../../node/assistant/conversation';
import { answerText } from '../../node/rule-based-answer/answer-text';
import { isRuleBased, ruleBasedAnswer } from '../../node/rule-based-answer/rule-based-answer';
import { linesInFiles } from '../shared/files-of-log';
import { localise } from '../shared/localise';
import { rulesBadge } from './badges';
import { newTurn } from './new-turn';
import type { AssistantParts } from './parts';
import { slashCommandOf } from './slash-command';

/** What rules found, as an answer: no model is asked, nothing leaves. Undefined where they have no answer to it, or the log is not analysed. */
export async function turnByRules(
  id: string,
  question: string,
  uri: vscode.Uri,
  { analyses, compared }: Pick<AssistantParts, 'analyses' | 'compared'>,
): Promise<StoredTurn | undefined> {
  const log = analyses.get(uri);
  const { command } = slashCommandOf(question);
  if (!log || !isRuleBased(command)) return undefined;
  const blocks = ruleBasedAnswer(command, {
    report: { ...log.report, findings: log.findings, incidents: log.incidents },
    headlines: await analyses.ask(uri).headlines(),
    comparison: compared.get(uri)?.report ?? null,
  });
  const { sources } = log.report;
  const answer = answerText(blocks, localise, (line) => linesInFiles(sources, line) ?? `L${line}`);
  return { ...newTurn(id, question, rulesBadge()), status: 'done', answer };
}
