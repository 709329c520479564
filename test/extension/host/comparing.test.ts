import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ComparedLog } from '../../../src/extension/comparing/compared-logs';
import { Choices } from './choices';
import { closeAll, detect, hoverText, openLog, writeLog } from './log-files';

const clock = (minute: number) => new Date(Date.UTC(2026, 3, 2, 6, minute)).toISOString();
const ferry = (minute: number) => `${clock(minute)} INFO ferry ${minute} left the pier`;
const calm = [...Array(60).keys()].map(ferry);
calm.push(`${clock(60)} INFO tide table renewed`);
const troubled = [...Array(60).keys()].map((i) => ferry(i + 120));
troubled[40] = `${clock(160)} ERROR engine of ferry 40 failed: no oil`;
const text = (lines: readonly string[]) => `${lines.join('\n')}\n`;

const compare = (uri?: vscode.Uri) =>
  vscode.commands.executeCommand<ComparedLog | undefined>('oddline.compareWithGoodLog', uri);

describe('Compare with Good Log', () => {
  const good = writeLog('pier.log.1', text(calm));
  const bad = writeLog('pier.log', text(troubled));
  let choices: Choices;

  beforeEach(() => {
    choices = new Choices();
  });
  afterEach(async () => {
    choices.giveBack();
    await vscode.commands.executeCommand('oddline.clearComparison');
    await closeAll();
  });

  it('holds a log against its previous rotation; a hover says why, and leads nowhere else', async () => {
    await openLog(bad);
    choices.willPick('pier.log.1');
    const log = await compare();
    assert.deepEqual(
      log?.report.findings.map(({ line, message }) => [line, message]),
      [[41, 'engine of ferry 40 failed: no oil']],
    );
    assert.deepEqual(
      log?.report.vanished.map(({ line }) => line),
      [61],
    );
    assert.match(await hoverText(bad, 41), /\*\*New\*\* · pier/);
    assert.equal(await hoverText(bad, 40), '');
    assert.equal(await hoverText(good, 61), '');
  });

  it('goes to the difference, which moves with its line, and clears it again', async () => {
    const editor = await openLog(bad);
    choices.willPick('pier.log.1');
    await compare();
    await vscode.commands.executeCommand('oddline.nextDifference');
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 40);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'a line\n'));
    assert.match(await hoverText(bad, 42), /New/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('oddline.clearComparison', bad);
    assert.equal(await hoverText(bad, 41), '');
  });

  it('holds a log against its own past, by times it asks for', async () => {
    const both = writeLog('whole-pier.log', text([...calm, ...troubled]));
    await detect(both);
    choices.willPick('An earlier part', 'The first half');
    const log = await compare(both);
    assert.deepEqual(
      log?.report.findings.map(({ line }) => line),
      [102],
    );
    assert.ok(log && log.report.sources[1].lastLine < 102, 'what came before counts as good');
  });

  it('tells of a window that holds nothing, and ends', async () => {
    const both = writeLog('short-pier.log', text(troubled));
    choices.willPick('An earlier part');
    choices.willType('2026-04-01 06:00 to 2026-04-01 07:00');
    assert.equal(await compare(both), undefined);
  });
});
