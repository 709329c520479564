import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import type { AnalysedLog } from '../../../src/extension/shared/analyses';
import { Choices } from './choices';
import { closeAll, detect, hoverText, isFinding, openLog, until, writeLog } from './log-files';
import { Messages } from './messages';

const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
const labels = path.join(workspace, '.oddline', 'labels.jsonl');
const uri = vscode.Uri.file(path.join(workspace, 'labelled.log'));
const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`oddline.${command}`, ...args);

interface Stored {
  readonly label: string;
  readonly scope?: string;
  readonly category?: string;
  readonly note?: string;
  readonly by?: string;
}

function stored(): Stored[] {
  if (!existsSync(labels)) return [];
  const [, ...lines] = readFileSync(labels, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Stored);
}

const said = () => stored().map(({ label, scope = 'record' }) => `${label} ${scope}`);

describe('labels in the editor', () => {
  let log: AnalysedLog;
  let choices: Choices;
  let messages: Messages;
  /** A line nobody would mark. */
  const usual = 40;

  before(async () => {
    rmSync(labels, { force: true });
    writeFileSync(uri.fsPath, generateShopLog({ seed: 61, records: 3_000 }).text);
    await openLog(uri);
    const found = await detect(uri);
    assert.ok(found);
    log = found;
    choices = new Choices();
    messages = new Messages();
  });
  after(async () => {
    choices.giveBack();
    messages.giveBack();
    rmSync(labels, { force: true });
    await closeAll();
  });

  it('a line called anomalous is marked, with who said it, why and which category', async () => {
    assert.equal(await hoverText(uri, usual), '');
    const place = { uri: uri.toString(), line: usual };
    await run('markAnomalous', { ...place, scope: 'record', category: 'disk', note: 'odd indeed' });
    await until('it is marked', () => isFinding(uri, usual));
    assert.match(await hoverText(uri, usual), /odd indeed/);
    const [label] = stored();
    assert.deepEqual([label?.label, label?.category, label?.note], ['anomalous', 'disk', 'odd indeed']);
    assert.ok(label?.by);
  });

  it('is undone and done again', async () => {
    await run('undoLastLabel');
    assert.deepEqual(said(), []);
    await until('the mark is gone', async () => (await hoverText(uri, usual)) === '');
    await run('redoLastLabel');
    assert.deepEqual(said(), ['anomalous record']);
    await run('undoLastLabel');
  });

  it('of a selection all records are labelled; what is meant is asked with counts', async () => {
    const editor = await openLog(uri);
    editor.selection = new vscode.Selection(usual - 1, 0, usual + 2, 0);
    choices.willPick('The 3 records');
    await run('markNormal');
    assert.deepEqual(said(), ['normal record', 'normal record', 'normal record']);
    assert.ok(choices.offered.at(-1)?.some((row) => /templates: \d+/.test(row)));
    await run('undoLastLabel');
    assert.deepEqual(said(), []);
  });

  it('an incident is labelled with its findings', async () => {
    const [incident] = log.incidents;
    await run('markNormal', { uri: uri.toString(), incidentId: incident?.id });
    assert.deepEqual(said(), ['normal incident']);
    await run('undoLastLabel');
  });

  it('of two that disagree neither holds until one is chosen', async () => {
    const worst = log.findings.toSorted((a, b) => b.score - a.score)[0];
    assert.ok(worst);
    const place = { uri: uri.toString(), templateId: worst.templateId };
    await run('markNormal', place);
    await until('it is no finding', async () => !(await isFinding(uri, worst.line)));
    const [header, line = ''] = readFileSync(labels, 'utf8').trim().split('\n');
    // As a merge of two people's labels leaves it.
    writeFileSync(labels, `${header}\n${line.replace('"label":"normal"', '"label":"anomalous"')}\n${line}\n`);
    await until('it is one again', () => isFinding(uri, worst.line));
    choices.willPick('Keep: Normal');
    await run('settleLabels');
    assert.deepEqual(said(), ['normal template']);
    await run('removeLabel', place);
    assert.deepEqual(said(), []);
  });

  it('imports a file; what says otherwise is asked about, and undone in one step', async () => {
    await run('markNormal', { uri: uri.toString(), line: usual, scope: 'record' });
    const rows = [
      `${usual},anomalous,disk`,
      `${usual + 1},1,disk`,
      `${usual + 2},normal,`,
      '999999,1,',
      'x,1,',
    ];
    const file = writeLog('labels.csv', ['line,label,category', ...rows].join('\n'));
    choices.willPick('Take theirs');
    messages.take();
    await run('importLabels', file);
    assert.deepEqual(said().toSorted(), ['anomalous record', 'anomalous record', 'normal record']);
    assert.match(messages.take(), /3 labels imported.*no labels: 1.*not found in this log: 1/s);
    await run('undoLastLabel');
    assert.deepEqual(said(), ['normal record']);
    await run('undoLastLabel');
  });

  it('too few labels teach nothing, and say how many are needed', async () => {
    messages.take();
    await run('refitDetectors');
    assert.match(messages.take(), /labelled groups of each verdict are needed/);
  });
});
