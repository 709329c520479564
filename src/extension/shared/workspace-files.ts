import * as vscode from 'vscode';

/** What is built, fetched or kept by tools is nobody's source. */
const skippedFolders = new Set(
  'node_modules .git .hg .svn .venv venv __pycache__ .tox .mypy_cache dist build out target bin obj vendor .next .cache coverage .idea .gradle'.split(
    ' ',
  ),
);

/** Entries that are looked at where VS Code cannot search by itself. */
const mostEntries = 50_000;

/** Which files are looked for: by their name, or by the endings of names (without the dot). */
export type FilesWanted = { readonly name: string } | { readonly endings: readonly string[] };

/**
 * Files on disk in the workspace's folders, in order of path, at most `limit`; what is built or fetched is left out, and so is what the
 * user's `files.exclude` and `search.exclude` leave out.
 */
export async function workspaceFiles(wanted: FilesWanted, limit: number): Promise<readonly vscode.Uri[]> {
  const found = await searched(wanted, limit).catch(() => walked(wanted, limit));
  const onDisk = found.filter(({ scheme }) => scheme === 'file');
  return onDisk.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function searched(wanted: FilesWanted, limit: number): Promise<vscode.Uri[]> {
  const glob = 'name' in wanted ? escaped(wanted.name) : `*.{${wanted.endings.join(',')}}`;
  return vscode.workspace.findFiles(`**/${glob}`, skippedGlob(), limit);
}

/** VS Code adds `files.exclude` by itself. A glob that hangs on a file beside (`{ "when": … }`) is not one this can say. */
function skippedGlob(): string {
  const exclude = vscode.workspace.getConfiguration('search').get<Record<string, unknown>>('exclude', {});
  const globs = Object.keys(exclude).filter((glob) => exclude[glob] === true);
  const all = [...[...skippedFolders].map((name) => `**/${name}/**`), ...globs.flatMap(withoutBraces)];
  return `{${all.filter((glob) => !glob.includes(',')).join(',')}}`;
}

/** `*.{js,map}` → `*.js`, `*.map`: alternatives within alternatives are not understood everywhere. */
function withoutBraces(glob: string): string[] {
  const [braced, names] = /\{([^{}]*)\}/.exec(glob) ?? [];
  if (braced === undefined || names === undefined) return [glob];
  return names.split(',').flatMap((name) => withoutBraces(glob.replace(braced, () => name)));
}

/** A name may hold what means something in a glob. */
function escaped(name: string): string {
  return name.replace(/[*?[\]{}]/g, '[$&]');
}

/** Breadth first. Builds of VS Code without its search program (ripgrep) search no files. */
async function walked(wanted: FilesWanted, limit: number): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  let seen = 0;
  for (let folder = folders.shift(); folder && seen < mostEntries; folder = folders.shift()) {
    const entries = await entriesOf(folder);
    seen += entries.length;
    for (const [name, type] of entries) {
      if (type === vscode.FileType.Directory && !skippedFolders.has(name)) {
        folders.push(vscode.Uri.joinPath(folder, name));
      } else if (type === vscode.FileType.File && fits(name, wanted)) {
        found.push(vscode.Uri.joinPath(folder, name));
        if (found.length === limit) return found;
      }
    }
  }
  return found;
}

async function entriesOf(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

function fits(name: string, wanted: FilesWanted): boolean {
  if ('name' in wanted) return name === wanted.name;
  return wanted.endings.some((ending) => name.endsWith(`.${ending}`));
}
