import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, detect, hoverText, writeLog } from './log-files';

const usualLines = 250;

interface Case {
  readonly encoding: string;
  /** Byte order mark: VS Code then knows the encoding by itself. */
  readonly mark?: readonly number[];
  readonly usual: string;
  readonly unusual: string;
}

const cases: readonly Case[] = [
  { encoding: 'windows1252', usual: 'Größe geprüft', unusual: 'Gerät läuft nicht mehr' },
  { encoding: 'gbk', usual: '订单已处理', unusual: '数据库连接已断开' },
  { encoding: 'shiftjis', usual: '注文を処理しました', unusual: '接続が切れました' },
  { encoding: 'utf16le', mark: [0xff, 0xfe], usual: '订单已处理', unusual: '数据库连接已断开' },
  { encoding: 'utf16be', mark: [0xfe, 0xff], usual: 'заказ принят', unusual: 'нет соединения' },
  { encoding: 'utf8bom', mark: [0xef, 0xbb, 0xbf], usual: 'Größe geprüft', unusual: 'Gerät läuft nicht' },
];

const textOf = ({ usual, unusual }: Case) =>
  `${`INFO ${usual}\r\n`.repeat(usualLines)}FATAL ${unusual}\r\n${`INFO ${usual}\r\n`.repeat(20)}`;

async function bytesOf({ encoding, mark = [] }: Case, text: string): Promise<Uint8Array> {
  const encoded = await vscode.workspace.encode(text, {
    encoding: encoding === 'utf8bom' ? 'utf8' : encoding,
  });
  const hasMark = mark.every((byte, at) => encoded[at] === byte);
  return hasMark ? encoded : Uint8Array.from([...mark, ...encoded]);
}

async function open({ encoding, mark }: Case, uri: vscode.Uri): Promise<vscode.TextEditor> {
  const document = await (mark
    ? vscode.workspace.openTextDocument(uri)
    : vscode.workspace.openTextDocument(uri, { encoding }));
  assert.equal(document.encoding, encoding, 'VS Code reads it in that encoding');
  return vscode.window.showTextDocument(document, { preview: false });
}

describe('the encoding of a document', () => {
  afterEach(closeAll);

  for (const one of cases) {
    const { encoding, unusual } = one;

    it(`${encoding}: the worker reads the file in it, and finds the line of the editor`, async () => {
      const uri = writeLog(`${encoding}.log`, await bytesOf(one, textOf(one)));
      const editor = await open(one, uri);
      const log = await detect(uri);
      assert.notEqual(log?.report.file, null, 'the file was read from disk');
      const [finding, ...others] = log?.findings ?? [];
      assert.equal(finding?.line, usualLines + 1);
      assert.equal(finding?.excerpt, `FATAL ${unusual}`);
      assert.equal(editor.document.lineAt(usualLines).text, finding?.excerpt);
      assert.deepEqual(others, []);
      assert.match(await hoverText(uri, usualLines + 1), /oddline\.markNormal/);
    });
  }

  it('does not matter once the text is edited: what is on screen is judged', async () => {
    const [windows] = cases;
    assert.ok(windows);
    const uri = writeLog('edited.log', await bytesOf(windows, textOf(windows)));
    const editor = await open(windows, uri);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'INFO Größe geprüft\r\n'));
    const log = await detect(uri);
    assert.equal(log?.report.file, null, 'its text was sent');
    assert.deepEqual(
      log?.findings.map(({ line, excerpt }) => [line, excerpt]),
      [[usualLines + 2, `FATAL ${windows.unusual}`]],
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('counts a lone CR and CR LF as line ends, U+2028 not, as the editor does', async () => {
    const uri = writeLog('line-ends.log', '');
    writeFileSync(uri.fsPath, `${'INFO a\rINFO b\u2028c\r\nINFO d\n'.repeat(100)}FATAL out of memory\r`);
    const document = await vscode.workspace.openTextDocument(uri);
    const log = await detect(uri);
    const [finding] = log?.findings ?? [];
    assert.equal(log?.findings.length, 1);
    assert.equal(document.lineAt((finding?.line ?? 0) - 1).text, 'FATAL out of memory');
  });
});
