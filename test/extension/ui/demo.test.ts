import assert from 'node:assert/strict';
import { Workbench } from '../harness/workbench';

describe('the demo', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
  });
  after(() => workbench?.close());

  it("ends with the sample's worst incident on screen and its hover open", async () => {
    await workbench.runCommand('Oddline: Open the Demo Log');
    await workbench.waitForEditor('shop.log');
    await workbench.hover().waitFor({ timeout: 30_000 });
    assert.match(await workbench.hover().innerText(), /critical/i);
    assert.ok((await workbench.decoratedLines().count()) > 0);
    await workbench.screenshot('demo');
  });
});
