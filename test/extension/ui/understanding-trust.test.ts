import { Workbench } from '../harness/workbench';
import { pressLog } from '../press-log';

const stamp = {
  role: 'time',
  place: { behind: '{word} | ' },
  stamp: '{day}.{month}.{year:2} {hour}h{minute}',
};
const store = [
  { oddline: 'formats', version: 1 },
  { files: 'presse-*', correction: stamp, at: '2026-11-21T12:00:00.000Z' },
];

describe('a workspace that is not trusted and says how its logs are to be read', () => {
  let workbench: Workbench;
  before(async () => {
    const files = {
      'presse-1.log': pressLog(),
      '.oddline/formats.jsonl': `${store.map((line) => JSON.stringify(line)).join('\n')}\n`,
    };
    const settings = { 'security.workspace.trust.startupPrompt': 'never' };
    workbench = await Workbench.open({ files, open: 'presse-1.log', trustAll: false, settings });
  });
  after(() => workbench?.close());

  const understood = (words: string) => workbench.page.locator('.view-line', { hasText: words });
  const question = () => workbench.notification('This workspace is not trusted');

  it('is not heeded before the user was asked', async () => {
    await workbench.runCommand('Oddline: Detect Anomalies');
    await question().waitFor({ timeout: 30_000 });
    await workbench.statusBarItem('no anomalies').waitFor({ timeout: 30_000 });
    await workbench.runCommand('Oddline: What Was Understood');
    await understood('· 0 % with time').waitFor();
  });

  it('is heeded when the user says so and the log is read again', async () => {
    await workbench.pressInNotification('This workspace is not trusted', 'Apply');
    await workbench.statusBarItem('stale').click({ timeout: 30_000 });
    await workbench.statusBarItem('stale').waitFor({ state: 'detached', timeout: 30_000 });
    await understood('Shown: the time stamp').waitFor();
    await understood('· 100 % with time').waitFor();
  });
});
