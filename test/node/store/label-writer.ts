import { LabelStore } from '../../../src/node/store/labels';
import { ofRecord } from './stored-labels';

/** A process of its own: `label-writer FILE NAME COUNT` gives so many labels one by one, once it is told to begin. */
const [path, name, count] = process.argv.slice(2);

process.once('message', async () => {
  for (let i = 0; i < Number(count); i++) await new LabelStore(path).add(ofRecord(`${name}-${i}`));
  process.disconnect();
});
process.send?.('ready');
