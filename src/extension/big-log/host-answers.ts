import * as vscode from 'vscode';
import type { BigLogHostApi } from '../../protocol/big-log';
import type { Handlers } from '../../protocol/rpc';
import { checkedReading } from './checked-reading';
import { checkedAction, checkedPattern, checkedSpans } from './checks';
import type { BigLogDocument } from './document';
import type { Find } from './find';
import { labelAnswers } from './label-answers';
import { act } from './line-actions';
import type { BigLogParts } from './parts';
import { recordAnswers } from './record-answers';
import { textAnswers } from './text-answers';

/** What any view of the log is answered; what only one view knows it answers itself. */
export type HostAnswers = Omit<Handlers<BigLogHostApi>, 'ready' | 'placed' | 'painted'>;

export function hostAnswers(document: BigLogDocument, parts: BigLogParts, find: Find): HostAnswers {
  const { analyses, readings, search } = parts;
  const { uri } = document;
  return {
    ...textAnswers(document, readings),
    ...recordAnswers(uri, analyses, () => readings.of(uri).clockOffsets),
    ...labelAnswers(uri, parts),
    find: ({ pattern }, signal) => find.find(checkedPattern(pattern), signal),
    foundRows: () => find.rows(),
    spansOfRows: (request) => search.spans(checkedSpans(request)),
    changeReading: (change) => readings.change(uri, checkedReading(change)),
    act: (request) => act(checkedAction(request), document, parts),
    analyse: () => void vscode.commands.executeCommand('oddline.detectAnomalies', uri),
    toggleColumns: () => void vscode.commands.executeCommand('oddline.showAsColumns', uri),
    chooseColumns: () => void vscode.commands.executeCommand('oddline.chooseColumns', uri),
    listLongestGaps: () => void vscode.commands.executeCommand('oddline.longestGaps', uri),
    cancelAnalysis: () => analyses.cancel(uri),
    follow: (on) => document.follow(on === true),
    openAgain: () => document.openAgain(),
  };
}
