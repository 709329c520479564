import { join } from 'node:path';
import * as vscode from 'vscode';
import type { GivenRule } from '../../engine/detectors/rules/given-rule';
import { FormatStore, type KeptRule } from '../../node/store/formats';
import { rulesOfFile, rulesOfSetting } from '../../node/store/rules';
import { type KeptCorrection, TemplateCorrections } from '../../node/store/templates';
import type { AnalyseRequest } from '../../protocol/analysis';
import { type CorrectionPlaces, correctionPlaces } from './correction-places';
import { tellCorrectionProblem, tellDamagedLine } from './correction-problems';
import type { WorkspaceConsent } from './workspace-consent';

/** A file of the store that is read before each run. */
interface ReadKind<Entry> {
  readonly file: string;
  list(path: string): Promise<{ entries: readonly Entry[]; damaged: readonly { readonly line: number }[] }>;
}

/** One kind of correction in the store: `formats.jsonl` or `templates.jsonl`. */
interface Kind<Entry> extends ReadKind<Entry> {
  add(path: string, entry: Entry): Promise<void>;
  remove(path: string, entry: Entry): Promise<void>;
}

/** People write them by hand; what is wrong with one is told where rules are understood. */
const rulesKind: ReadKind<GivenRule> = {
  file: 'rules.jsonl',
  list: async (path) => ({ entries: await rulesOfFile(path), damaged: [] }),
};

/** What was corrected of one log, in the order it was said; on this machine first, so that the workspace's word is the last. */
export interface KeptCorrections {
  readonly formats: readonly KeptRule[];
  readonly templates: readonly KeptCorrection[];
}

/**
 * Corrections of formats and templates, and rules: read before each run; corrections are written by the slices that make them. Those that
 * came with an untrusted workspace are used only after asking.
 */
export class LogCorrections implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly trusted = vscode.workspace.onDidGrantWorkspaceTrust(() => this.changed.fire());
  private readonly watcher = vscode.workspace.createFileSystemWatcher(
    '**/.oddline/{formats,templates}.jsonl',
  );
  private readonly formatStores = new Map<string, FormatStore>();
  private readonly templateStores = new Map<string, TemplateCorrections>();
  /** After files of a workspace changed (a pull brings those of colleagues), trust was given, and own changes. */
  readonly onDidChange = this.changed.event;

  private readonly formats: Kind<KeptRule> = {
    file: 'formats.jsonl',
    list: async (path) => {
      const { rules, damaged } = await this.formatStore(path).list();
      return { entries: rules, damaged };
    },
    add: (path, rule) => this.formatStore(path).add(rule),
    remove: (path, rule) => this.formatStore(path).remove(rule),
  };

  private readonly templates: Kind<KeptCorrection> = {
    file: 'templates.jsonl',
    list: async (path) => {
      const { corrections, damaged } = await this.templateStore(path).list();
      return { entries: corrections, damaged };
    },
    add: (path, correction) => this.templateStore(path).add(correction),
    remove: (path, correction) => this.templateStore(path).remove(correction),
  };

  constructor(
    private readonly globalStorage: vscode.Uri,
    private readonly consent: WorkspaceConsent,
  ) {
    const fire = () => this.changed.fire();
    this.watcher.onDidChange(fire);
    this.watcher.onDidCreate(fire);
    this.watcher.onDidDelete(fire);
  }

  /** A file that cannot be used is told and counts as empty. */
  async of(uri: vscode.Uri): Promise<KeptCorrections> {
    const places = await this.places(uri);
    return {
      formats: await this.entries(this.formats, places),
      templates: await this.entries(this.templates, places),
    };
  }

  /** Rules of the settings come first: those of the store are nearer to the log. */
  async forRun(
    uri: vscode.Uri,
  ): Promise<Pick<AnalyseRequest, 'formatRules' | 'templateCorrections' | 'rules'>> {
    const { formats, templates } = await this.of(uri);
    const setting = rulesOfSetting(vscode.workspace.getConfiguration('oddline').get('rules') ?? []);
    const kept = await this.entries(rulesKind, await this.places(uri));
    return { formatRules: formats, templateCorrections: templates, rules: [...setting, ...kept] };
  }

  /** The folder it went to. Throws InputError, and what the file system does. */
  addFormat(uri: vscode.Uri, rule: KeptRule): Promise<string> {
    return this.add(this.formats, uri, rule);
  }

  addTemplate(uri: vscode.Uri, correction: KeptCorrection): Promise<string> {
    return this.add(this.templates, uri, correction);
  }

  removeFormat(uri: vscode.Uri, rule: KeptRule): Promise<void> {
    return this.remove(this.formats, uri, rule);
  }

  removeTemplate(uri: vscode.Uri, correction: KeptCorrection): Promise<void> {
    return this.remove(this.templates, uri, correction);
  }

  /**
   * Moves what this machine knows of the log's formats and templates to the workspace; there it counts as said last.
   * False where the log lies in no folder of the workspace: corrections there would not hold for it.
   */
  async moveToWorkspace(uri: vscode.Uri): Promise<boolean> {
    const { own, workspace } = await this.places(uri);
    if (workspace === undefined) return false;
    await this.move(this.formats, own, workspace);
    await this.move(this.templates, own, workspace);
    this.changed.fire();
    return true;
  }

  /** Where corrections of the log's templates are kept, for the person who wants to read the file. */
  async templatesFile(uri: vscode.Uri): Promise<string> {
    return join((await this.places(uri)).write, this.templates.file);
  }

  dispose(): void {
    this.watcher.dispose();
    this.trusted.dispose();
    this.changed.dispose();
  }

  private async add<Entry>(kind: Kind<Entry>, uri: vscode.Uri, entry: Entry): Promise<string> {
    const { write } = await this.places(uri);
    await kind.add(join(write, kind.file), entry);
    this.changed.fire();
    return write;
  }

  private async remove<Entry>(kind: Kind<Entry>, uri: vscode.Uri, entry: Entry): Promise<void> {
    for (const folder of this.readable(await this.places(uri))) {
      const path = join(folder, kind.file);
      const { entries } = await kind.list(path);
      // A change makes the file, also where there is nothing to remove.
      if (entries.length > 0) await kind.remove(path, entry);
    }
    this.changed.fire();
  }

  /** Lines that could not be read stay where they are. */
  private async move<Entry>(kind: Kind<Entry>, from: string, to: string): Promise<void> {
    const { entries } = await kind.list(join(from, kind.file));
    for (const entry of entries) {
      await kind.add(join(to, kind.file), entry);
      await kind.remove(join(from, kind.file), entry);
    }
  }

  private async entries<Entry>(kind: ReadKind<Entry>, places: CorrectionPlaces): Promise<readonly Entry[]> {
    const own = await this.read(kind, places.own);
    const shared = places.workspace === undefined ? [] : await this.read(kind, places.workspace);
    if (shared.length === 0 || this.consent.given) return [...own, ...shared];
    // Not awaited: the question may stay open for long; whoever answers runs again by the change that is told.
    void this.consent.ask().then((isGiven) => isGiven && this.changed.fire());
    return own;
  }

  private async read<Entry>(kind: ReadKind<Entry>, folder: string): Promise<readonly Entry[]> {
    const path = join(folder, kind.file);
    try {
      const { entries, damaged } = await kind.list(path);
      if (damaged.length > 0) tellDamagedLine(path, damaged[0].line);
      return entries;
    } catch (error) {
      tellCorrectionProblem(error);
      return [];
    }
  }

  private readable({ own, workspace }: CorrectionPlaces): string[] {
    return workspace !== undefined && this.consent.given ? [own, workspace] : [own];
  }

  private places(uri: vscode.Uri): Promise<CorrectionPlaces> {
    return correctionPlaces(uri, this.globalStorage, this.consent.given);
  }

  /** One object a file: it lets changes of the file wait for each other. */
  private formatStore(path: string): FormatStore {
    return kept(this.formatStores, path, () => new FormatStore(path));
  }

  private templateStore(path: string): TemplateCorrections {
    return kept(this.templateStores, path, () => new TemplateCorrections(path));
  }
}

function kept<Store>(stores: Map<string, Store>, path: string, create: () => Store): Store {
  const known = stores.get(path);
  if (known !== undefined) return known;
  const store = create();
  stores.set(path, store);
  return store;
}
