import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, detect, until, writeLog } from './log-files';
import { Messages } from './messages';

function folder(): vscode.Uri {
  const uri = vscode.Uri.joinPath(writeLog('beside.log', ''), '..', 'retried-folder.log');
  mkdirSync(uri.fsPath, { recursive: true });
  return uri;
}

const image = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...Array(2_000).keys()]);

const cases: readonly {
  readonly what: string;
  readonly make: () => vscode.Uri;
  readonly offered: readonly string[];
}[] = [
  { what: 'not for a binary file', make: () => writeLog('retried-picture.log', image), offered: [] },
  { what: 'not for a folder', make: folder, offered: [] },
  {
    what: 'for a file that may come back',
    make: () => vscode.Uri.joinPath(writeLog('beside.log', ''), '..', 'not-yet.log'),
    offered: ['Retry'],
  },
];

describe('Retry is offered where it can help:', () => {
  const offers: (readonly string[])[] = [];
  let messages: Messages;
  before(() => {
    messages = new Messages((buttons) => {
      offers.push(buttons);
      return undefined;
    });
  });
  after(() => messages.giveBack());
  afterEach(closeAll);

  for (const { what, make, offered } of cases) {
    it(what, async () => {
      const uri = make();
      offers.length = 0;
      await detect(uri);
      await until('a message', () => offers.length > 0);
      assert.deepEqual(offers, [offered]);
    });
  }
});
