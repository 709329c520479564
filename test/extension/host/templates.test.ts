import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { AnalysedLog } from '../../../src/extension/shared/analyses';
import { Choices } from './choices';
import { closeAll, detect, heardOf, hoverText, openLog, until, writeLog } from './log-files';
import { Messages } from './messages';

const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
const store = path.join(workspace, '.oddline');
const kept = path.join(store, 'templates.jsonl');

const keepers = ['ada', 'ben', 'cho', 'dov', 'eli', 'fay', 'gil', 'hua', 'ira', 'jan'];
const clock = (i: number) => new Date(Date.UTC(2026, 3, 2, 6, 0, i * 7)).toISOString();

/** A zoo of four templates, 400 lines, with one line that is alone of its kind. */
function zooLog(): string {
  const lines = Array.from({ length: 400 }, (_, i) => {
    const keeper = keepers[(i / 4) % keepers.length];
    if (i % 4 === 0) return `${clock(i)} INFO keeper ${keeper} has fed the seals`;
    if (i % 4 === 1) return `${clock(i)} INFO otter ${i % 9} sleeps in pool ${i % 5}`;
    if (i % 4 === 2) return `${clock(i)} INFO badger ${i % 9} sleeps in den ${i % 5}`;
    return `${clock(i)} INFO gate ${i % 3} counted ${1000 + ((i * 37) % 900)} visitors`;
  });
  lines[335] = `${clock(335)} ERROR the fence of the wolves fell over, alarm raised`;
  return `${lines.join('\n')}\n`;
}

function inWorkspace(name: string): vscode.Uri {
  const file = path.join(workspace, name);
  writeFileSync(file, zooLog());
  return vscode.Uri.file(file);
}

function keptKinds(): string[] {
  const [, ...lines] = existsSync(kept) ? readFileSync(kept, 'utf8').trim().split('\n') : [];
  return lines.map((line) => (JSON.parse(line) as { kind: string }).kind);
}

/** What a gesture is made on, what is answered, and what templates there are then. */
interface Case {
  readonly gesture: string;
  readonly does: string;
  readonly on: string;
  readonly selected?: readonly string[];
  readonly types?: readonly string[];
  readonly picks?: readonly string[];
  readonly kind: string;
  readonly shown: readonly string[];
}

const untouched = {
  keeper: 'keeper <word> has fed the seals 100×',
  otter: 'otter <number> sleeps in pool <number> 100×',
  badger: 'badger <number> sleeps in den <number> 100×',
  gate: 'gate <number> counted <number> visitors 99×',
  fence: 'the fence of the wolves fell over, alarm raised 1×',
};
const { keeper, otter, badger, gate, fence } = untouched;
const merged = '<word> <number> sleeps in <word> <number> 200×';

const cases: readonly Case[] = [
  {
    gesture: 'oddline.nameTemplate',
    does: 'names it',
    on: 'has fed',
    types: ['  ', 'x'.repeat(101), ' Feeding '],
    kind: 'name',
    shown: ['Feeding 100×', otter, badger, gate, fence],
  },
  {
    gesture: 'oddline.mergeTemplates',
    does: 'merges what is selected',
    on: 'sleeps in pool',
    selected: ['sleeps in pool', 'sleeps in den'],
    kind: 'merge',
    shown: [keeper, merged, gate, fence],
  },
  {
    gesture: 'oddline.mergeTemplates',
    does: 'merges with one that is alike, which shows what they become',
    on: 'sleeps in pool',
    picks: ['As one: <word> <number> sleeps in <word> <number>'],
    kind: 'merge',
    shown: [keeper, merged, gate, fence],
  },
  {
    gesture: 'oddline.splitTemplate',
    does: 'splits at a position',
    on: 'has fed',
    picks: ['keeper <word>\nmakes 10 templates'],
    kind: 'split',
    shown: [...keepers.map((name) => `keeper ${name} has fed the seals 10×`), otter, badger, gate, fence],
  },
  {
    gesture: 'oddline.treatAsWord',
    does: 'sets a word apart',
    on: 'has fed',
    picks: ['cho', 'In this template only'],
    kind: 'pin',
    shown: [
      'keeper <word> has fed the seals 90×',
      'keeper cho has fed the seals 10×',
      otter,
      badger,
      gate,
      fence,
    ],
  },
  {
    gesture: 'oddline.treatAsVariable',
    does: 'makes a word a variable',
    on: 'counted',
    picks: ['visitors', 'Wherever it stands'],
    kind: 'pin',
    shown: [keeper, otter, badger, 'gate <number> counted <number> <word> 99×', fence],
  },
];

describe('templates are corrected:', () => {
  let uri: vscode.Uri;
  let messages: Messages;
  let choices: Choices;
  let log: AnalysedLog;

  const open = async (opened: vscode.Uri) => {
    uri = opened;
    await openLog(uri);
    const analysed = await detect(uri);
    assert.ok(analysed);
    log = analysed;
    messages.take();
  };
  const argumentOf = (text: string) => {
    const template = log.report.templates.find(({ pattern }) => pattern.includes(text));
    assert.ok(template, `a template with ${text}`);
    return { uri: uri.toString(), templateId: template.id };
  };
  const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(command, ...args);
  const perform = async ({
    gesture,
    on,
    selected,
    types = [],
    picks = [],
  }: Omit<Case, 'does' | 'shown' | 'kind'>) => {
    choices.willType(...types);
    choices.willPick(...picks);
    await run(gesture, argumentOf(on), selected?.map(argumentOf));
  };
  /** What the palette offers where the caret is in no record. */
  const shown = async (): Promise<string[]> => {
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(end, end);
    await run('oddline.correctTemplate');
    return (choices.offered.at(-1) ?? []).map((row) => row.split('\n').slice(0, 2).join(' ')).toSorted();
  };
  const showsSoon = async (expected: readonly string[]) => {
    let last: string[] = [];
    await until('the templates', async () => {
      last = await shown();
      return JSON.stringify(last) === JSON.stringify(expected.toSorted());
    }).catch(() => assert.deepEqual(last, expected.toSorted()));
  };

  beforeEach(async () => {
    rmSync(store, { recursive: true, force: true });
    messages = new Messages();
    choices = new Choices();
    await open(inWorkspace('zoo.log'));
  });
  afterEach(async () => {
    messages.giveBack();
    choices.giveBack();
    await closeAll();
    rmSync(store, { recursive: true, force: true });
  });

  for (const one of cases) {
    it(`${one.gesture} ${one.does}, keeps it, and is undone`, async () => {
      await perform(one);
      assert.deepEqual(await shown(), one.shown.toSorted());
      assert.deepEqual(keptKinds(), [one.kind]);
      assert.match(messages.take(), /\. Kept in \.oddline\/templates\.jsonl\.$/);
      await run('oddline.undoLastCorrection');
      assert.deepEqual(await shown(), Object.values(untouched).toSorted());
      assert.deepEqual(keptKinds(), []);
      assert.match(messages.take(), /^Taken back: /);
    });
  }

  it('names that say nothing or too much are refused with the reason', async () => {
    await perform(cases[0]!);
    assert.deepEqual(choices.objections, [
      'The name is empty. Type one.',
      'At most 100 characters. Shorten it.',
    ]);
  });

  it('the last one said is undone first; where none is left, that is said', async () => {
    await perform(cases[0]!);
    await perform(cases[1]!);
    await run('oddline.undoLastCorrection');
    assert.deepEqual(await shown(), ['Feeding 100×', otter, badger, gate, fence].toSorted());
    await run('oddline.undoLastCorrection');
    messages.take();
    await run('oddline.undoLastCorrection');
    assert.equal(messages.take(), 'No template of this log was corrected.');
  });

  it('one is chosen and forgotten; of two that contradict each other the list says which holds', async () => {
    await perform({ gesture: 'oddline.nameTemplate', on: 'has fed', types: ['Feeding'] });
    await perform({ gesture: 'oddline.nameTemplate', on: 'has fed', types: ['Lunch'] });
    assert.match(messages.take(), /An earlier correction says otherwise and no longer holds\.$/);
    choices.willPick('“Lunch”', 'Forget This Correction');
    await run('oddline.showCorrections');
    const [list] = choices.offered.filter((rows) => rows.some((row) => row.includes('“Lunch”')));
    assert.deepEqual(
      list?.slice(0, 2).map((row) => row.split('\n').slice(0, 2)),
      [
        ['Template named “Lunch”', 'holds in this log'],
        ['Template named “Feeding”', 'a later one says otherwise'],
      ],
    );
    assert.deepEqual(await shown(), ['Feeding 100×', otter, badger, gate, fence].toSorted());
  });

  it('holds in another day’s log of the folder, from the start', async () => {
    await perform(cases[1]!);
    await open(inWorkspace('zoo-next.log'));
    assert.deepEqual(await shown(), cases[1]!.shown.toSorted());
  });

  it('what a pull brings or takes away regroups the log without a run', async () => {
    const written = heardOf(kept);
    await perform(cases[1]!);
    await written();
    const pulled = readFileSync(kept, 'utf8');
    rmSync(kept);
    await showsSoon(Object.values(untouched));
    writeFileSync(kept, pulled);
    await showsSoon(cases[1]!.shown);
  });

  it('the hover of an anomaly shows the name and offers to correct', async () => {
    await perform({ gesture: 'oddline.nameTemplate', on: 'fence', types: ['Fence *down*'] });
    const hover = await hoverText(uri, 336);
    assert.match(hover, /\*\*Fence \\\*down\\\*\*\*/);
    assert.match(hover, /\[Correct Template…\]\(command:oddline\.correctTemplate\?/);
  });

  it('from the palette it is about the template of the caret’s line', async () => {
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(4, 0, 4, 0);
    choices.willType('Feeding');
    await run('oddline.nameTemplate');
    assert.deepEqual(await shown(), ['Feeding 100×', otter, badger, gate, fence].toSorted());
  });

  it('is undone by the button of the message', async () => {
    messages.giveBack();
    messages = new Messages((buttons) => buttons.find((button) => button === 'Undo'));
    await perform(cases[0]!);
    await showsSoon(Object.values(untouched));
    assert.deepEqual(keptKinds(), []);
  });

  it('kept on this machine where the folder took no store, it moves to the workspace on demand', async () => {
    writeFileSync(store, 'a file, where the folder would be\n');
    await perform(cases[1]!);
    assert.match(messages.take(), /Kept on this machine\.$/);
    rmSync(store);
    await run('oddline.moveToWorkspace');
    assert.deepEqual(keptKinds(), ['merge']);
    assert.deepEqual(await shown(), cases[1]!.shown.toSorted());
    await run('oddline.undoLastCorrection');
    assert.deepEqual(await shown(), Object.values(untouched).toSorted());
  });

  it('of a log outside of every folder is kept on this machine, for the logs beside it', async () => {
    await open(writeLog('outside-zoo.log', zooLog()));
    await perform(cases[1]!);
    assert.match(messages.take(), /Kept on this machine\.$/);
    assert.ok(!existsSync(kept));
    await open(writeLog('outside-zoo-next.log', zooLog()));
    assert.deepEqual(await shown(), cases[1]!.shown.toSorted());
    await run('oddline.moveToWorkspace');
    assert.match(messages.take(), /stay on this machine/);
    await run('oddline.undoLastCorrection');
    assert.deepEqual(await shown(), Object.values(untouched).toSorted());
  });
});
