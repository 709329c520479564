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
    await workbench
      .hover()
      .filter({ hasText: /critical/i })
      .waitFor({ timeout: 30_000 });
    await workbench.decoratedLines().first().waitFor();
    await workbench.screenshot('demo');
  });
});
