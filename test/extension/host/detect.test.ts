import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { generateQuietLog, generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import type { AnalysedLog } from '../../../src/extension/shared/analyses';
import { unusualLog } from '../../engine/unusual-log';
import { closeAll, detect, hoverText, openLog, until, writeLog } from './log-files';

const shop = generateShopLog({ seed: 1 });

function markedLines({ findings }: AnalysedLog): Set<number> {
  const lines = new Set<number>();
  for (const { line, endLine } of findings) for (let at = line; at <= endLine; at++) lines.add(at);
  return lines;
}

describe('Detect Anomalies on the sample', () => {
  const uri = writeLog('shop.log', shop.text);
  let log: AnalysedLog;

  before(async () => {
    await openLog(uri);
    const found = await detect();
    assert.ok(found, 'it ran');
    log = found;
  });
  after(closeAll);

  for (const { name, lines, worstLine } of shop.incidents) {
    it(`finds the incident ${name}: its worst line, and each other or the first of its like`, () => {
      const isTold = (line: number) =>
        log.findings.some(
          ({ line: from, endLine, repeats }) => from <= line && line <= Math.max(endLine, repeats.line),
        );
      assert.ok(markedLines(log).has(worstLine));
      assert.deepEqual(
        lines.filter((line) => !isTold(line)),
        [],
      );
      assert.ok(log.incidents.some((incident) => lines.includes(incident.worstLine)));
    });
  }

  it('marks no more than 2 % of the other lines', () => {
    const planted = new Set(shop.incidents.flatMap(({ lines }) => lines));
    const others = [...markedLines(log)].filter((line) => !planted.has(line));
    const total = shop.text.split('\n').length - 1;
    assert.ok(others.length <= 0.02 * (total - planted.size), `${others.length} of ${total}`);
  });

  it('says why in a hover on a worst line, and nothing on a usual one', async () => {
    const worst = shop.incidents[0]?.worstLine ?? 0;
    assert.match(await hoverText(uri, worst), /oddline\.markNormal/);
    const marked = markedLines(log);
    const usual = [...Array(100).keys()].map((index) => index + 1).find((line) => !marked.has(line)) ?? 0;
    assert.equal(await hoverText(uri, usual), '');
  });

  it('goes through the findings with Next Anomaly', async () => {
    const editor = await openLog(uri);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    for (const { line } of log.findings.slice(0, 3)) {
      await vscode.commands.executeCommand('oddline.nextAnomaly');
      assert.equal(vscode.window.activeTextEditor?.selection.active.line, line - 1);
    }
    await vscode.commands.executeCommand('oddline.previousAnomaly');
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, (log.findings[1]?.line ?? 0) - 1);
  });

  it('moves the hover with its line when text is inserted above', async () => {
    const worst = shop.incidents[0]?.worstLine ?? 0;
    const editor = await openLog(uri);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'a line\nanother\n'));
    assert.match(await hoverText(uri, worst + 2), /oddline\.markNormal/);
    await until('the text is as it was', async () => {
      await vscode.commands.executeCommand('workbench.action.files.revert');
      return !editor.document.isDirty;
    });
  });

  it('keeps the results of another log apart', async () => {
    const other = writeLog('other.log', generateQuietLog({ seed: 2, records: 2_000 }).text);
    await openLog(other);
    const worst = shop.incidents[0]?.worstLine ?? 0;
    assert.equal(await hoverText(other, worst), '');
    await until('the hover of the first log is there', async () => (await hoverText(uri, worst)) !== '');
  });

  it('forgets the results when the log is closed', async () => {
    await closeAll();
    await openLog(uri);
    const worst = shop.incidents[0]?.worstLine ?? 0;
    await until('no hover is left', async () => (await hoverText(uri, worst)) === '');
  });
});

describe('Detect Anomalies on other logs', () => {
  afterEach(closeAll);

  it('calls a quiet log quiet, and has its strangest lines at hand', async () => {
    const log = await detect(writeLog('quiet.log', generateQuietLog({ seed: 3 }).text));
    assert.equal(log?.report.verdict, 'quiet');
    assert.equal(log?.report.strangest.length, 20);
  });

  it('calls a log full of errors unusual, and paints nothing', async () => {
    const log = await detect(writeLog('unusual.log', unusualLog()));
    assert.equal(log?.report.verdict, 'unusual');
    assert.equal(log?.painted, false);
  });

  it('analyses the text on screen, not the file, while it is not saved', async () => {
    const uri = writeLog('dirty.log', 'INFO started\n'.repeat(500));
    const editor = await openLog(uri);
    await editor.edit((edit) => edit.insert(new vscode.Position(250, 0), 'FATAL out of memory\n'));
    const log = await detect(uri);
    assert.deepEqual(
      log?.findings.map(({ line }) => line),
      [251],
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('analyses an untitled document', async () => {
    const content = `${'INFO started\n'.repeat(300)}FATAL out of memory\n`;
    const document = await vscode.workspace.openTextDocument({ content, language: 'log' });
    await vscode.window.showTextDocument(document, { preview: false });
    const log = await detect();
    assert.deepEqual(
      log?.findings.map(({ line }) => line),
      [301],
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('answers on an empty log', async () => {
    const log = await detect(writeLog('empty.log', ''));
    assert.equal(log?.report.verdict, 'quiet');
    assert.equal(log?.report.overview.lines, 0);
  });

  const refused = [
    {
      what: 'a binary file',
      uri: () =>
        writeLog(
          'binary.log',
          Uint8Array.from({ length: 4_000 }, (_, i) => (i * 7) % 32),
        ),
    },
    {
      what: 'a file that is not there',
      uri: () => vscode.Uri.joinPath(writeLog('there.log', ''), '..', 'gone.log'),
    },
    { what: 'a folder', uri: () => vscode.Uri.joinPath(writeLog('there.log', ''), '..') },
  ];
  for (const { what, uri } of refused) {
    it(`refuses ${what} and ends`, async () => {
      assert.equal(await detect(uri()), undefined);
    });
  }
});
