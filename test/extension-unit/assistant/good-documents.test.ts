import { expect, test, vi } from 'vitest';

vi.mock('vscode', async () => {
  const standIn = await import('../vscode-stand-in');
  return { ...standIn, Uri: Object.assign(standIn.Uri, { file: (path: string) => ({ path }) }) };
});
/** Reads as the thread does: two files, the first of 10 lines. */
vi.mock('../../../src/node/worker/analysis-worker-client', () => ({
  AnalysisWorkerClient: class {
    readLines = async () => undefined;
    dispose = () => undefined;
    citedRecords = async ([line]: readonly number[]) => {
      if (line > 30) return [null];
      const file =
        line <= 10 ? { source: 0, name: 'old', line } : { source: 1, name: 'new', line: line - 10 };
      return [{ firstLine: line, lastLine: line, file, text: '', templateWords: [], parameters: [] }];
    };
  },
}));

import * as vscode from 'vscode';
import type { LineNumber } from '../../../src/engine/model/units';
import { GoodDocuments, type GoodDocumentsParts } from '../../../src/extension/assistant/good-documents';

const log = vscode.Uri.parse('file:///var/bad.log');
const line = (number: number) => number as LineNumber;

function documentsOf(paths: readonly string[]): GoodDocuments {
  const parts = {
    analyses: { all: () => [] },
    compared: { get: () => ({ good: { kind: 'files', paths } }) },
    workerPath: '',
  } as unknown as GoodDocumentsParts;
  const documents = new GoodDocuments(parts);
  documents.of(log);
  return documents;
}

test.each([
  ['in the first file', 4, '/good/app.log.1', 4],
  ['in the last file, by its own number', 17, '/good/app.log', 7],
])('a line of a good log of several files is %s', async (_, asked, path, own) => {
  const place = await documentsOf(['/good/app.log.1', '/good/app.log']).placeOf('B', line(asked));
  expect(place).toMatchObject({ uri: { path }, line: own });
});

test('a line of a good log of one file needs nobody to look for it', async () => {
  expect(await documentsOf(['/good/app.log']).placeOf('B', line(99))).toMatchObject({ line: 99 });
});

test('what is not there leads nowhere', async () => {
  const documents = documentsOf(['/good/app.log.1', '/good/app.log']);
  expect(await documents.placeOf('B', line(99))).toBeUndefined();
  expect(await documents.placeOf('C', line(1))).toBeUndefined();
});
