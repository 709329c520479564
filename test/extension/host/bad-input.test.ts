import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, detect, openLog, until, writeLog } from './log-files';
import { Messages } from './messages';

function folder(): vscode.Uri {
  const uri = vscode.Uri.joinPath(writeLog('beside.log', ''), '..', 'folder.log');
  mkdirSync(uri.fsPath, { recursive: true });
  return uri;
}

/** Open in an editor, then taken from under it: what a rotation does. */
async function vanished(): Promise<vscode.Uri> {
  const uri = writeLog('vanished.log', 'INFO started\n'.repeat(100));
  await openLog(uri);
  rmSync(uri.fsPath);
  return uri;
}

const gzipHead = Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, ...Array(200).keys()]);
const image = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...Array(2_000).keys()]);

const cases: readonly {
  readonly what: string;
  readonly make: () => vscode.Uri | Promise<vscode.Uri>;
  readonly told: RegExp;
}[] = [
  {
    what: 'a picture named like a log',
    make: () => writeLog('picture.log', image),
    told: /picture\.log is no text but a binary file \(.*\)\. Unpack it or convert it/,
  },
  {
    what: 'damaged packed data',
    make: () => writeLog('packed.log.gz', gzipHead),
    told: /packed\.log\.gz (holds damaged packed data|ends in the middle)/,
  },
  { what: 'a folder', make: folder, told: /folder\.log is a folder\. Name a log file in it\./ },
  {
    what: 'a file that never was',
    make: () => vscode.Uri.joinPath(writeLog('beside.log', ''), '..', 'never.log'),
    told: /never\.log does not exist\. Check the name/,
  },
  {
    what: 'a file that vanished while it was open',
    make: vanished,
    told: /vanished\.log does not exist\. Check the name/,
  },
  {
    what: 'an empty file',
    make: () => writeLog('empty.log', ''),
    told: /^empty\.log: Nothing to judge: the log holds no records\.$/,
  },
];

describe('Detect Anomalies says what is wrong with', () => {
  let messages: Messages;
  before(() => {
    messages = new Messages();
  });
  after(() => messages.giveBack());
  afterEach(closeAll);

  for (const { what, make, told } of cases) {
    it(`${what}, and how to mend it`, async () => {
      const uri = await make();
      messages.take();
      await detect(uri);
      await until('a message', () => messages.texts.length > 0);
      assert.match(messages.take(), told);
    });
  }
});
