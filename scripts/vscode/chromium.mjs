import { aptGet, aptInstall } from '../apt.mjs';
import { run } from '../child-process.mjs';
import { findCommand } from '../find-command.mjs';
import { MissingPiece, step } from '../progress.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const font = 'fonts-wqy-microhei';
const cure = `apt-get install chromium ${font} (as root), or set CHROMIUM to the path of a Chromium or Chrome.`;

/** @returns {string | undefined} */
const findChromium = () => process.env.CHROMIUM || findCommand(...names);

/** Without a Chinese font the tests pass all the same, but nobody can read their Chinese screenshots. */
async function hasChineseFont() {
  const list = findCommand('fc-list');
  return list !== undefined && (await run(list, [':lang=zh'], { quiet: true })) !== '';
}

/** The path of a Chromium; it, and a Chinese font, are installed by apt-get if they are missing and we may. */
export async function installChromium() {
  const found = findChromium();
  const missing = [...(found ? [] : ['chromium']), ...((await hasChineseFont()) ? [] : [font])];
  const apt = missing.length > 0 ? await aptGet() : undefined;
  if (!found && !apt) throw new MissingPiece('The UI tests need a Chromium, and none is on PATH.', cure);
  if (apt) await step(`Install ${missing.join(' and ')} (apt-get)`, () => aptInstall(apt, missing));
  else if (missing.length > 0)
    console.log(`  note: no Chinese font (${font}): Chinese screenshots will show boxes`);
  const installed = findChromium();
  if (!installed) throw new MissingPiece('apt-get ran, yet there is no Chromium on PATH.', cure);
  return installed;
}
