import { tell } from '../../shared/tell';
import { group } from '../fields';
import { fileRow } from '../file-row';
import type { Part, PartContext } from './part';

export function folderPart({ host }: PartContext): Part {
  const row = fileRow({
    label: tell('Folder'),
    none: '',
    actions: [{ label: tell('Choose…'), press: () => void host.call('command', 'chooseFolder') }],
  });
  return {
    element: group(tell('Where to'), row.element),
    reflect: ({ folder }) => row.set(folder),
  };
}
