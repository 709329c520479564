import { basename } from 'node:path';

/** Of the folder a log lies in; any other store is called so that nothing is told of the machine. */
const usualStore = '.oddline';
const otherStore = 'store';

/**
 * What a command calls files and stores: their names without folders, which would tell of a machine. Where several have the same name
 * each is in a folder that is called by its number among them.
 */
export class CommandNames {
  private readonly names = new Map<string, string>();

  constructor(files: readonly string[], stores: readonly string[]) {
    const called = new Map([
      ...files.map((path) => [path, basename(path)] as const),
      ...stores.map((path) => [path, basename(path) === usualStore ? usualStore : otherStore] as const),
    ]);
    for (const [path, name] of called) {
      const same = [...called.keys()].filter((other) => called.get(other) === name);
      this.names.set(path, same.length > 1 ? `${same.indexOf(path) + 1}/${name}` : operand(name));
    }
  }

  of(path: string): string {
    return this.names.get(path) ?? operand(basename(path));
  }
}

/** A word of a command without what was put before a name. */
export function nameWithin(word: string): string {
  return word.replace(/^(?:\d+|\.)\//, '');
}

/** A name that begins with a dash is no option. */
function operand(name: string): string {
  return name.startsWith('-') ? `./${name}` : name;
}
