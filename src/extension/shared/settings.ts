import * as vscode from 'vscode';
import type { Severity } from '../../engine/model/finding';
import type { Sensitivity } from '../../engine/triage/sensitivity';
import { isZone, namedZone } from '../../protocol/time-text';
import { severityRank } from './severity';

export type SensitivityName = Extract<Sensitivity, string>;

/** The engine's own list is a value this layer may not import. */
const sensitivityNames: readonly SensitivityName[] = ['low', 'normal', 'high'];

/**
 * Every setting these slices read; the manifest declares them with the same defaults.
 *
 * | setting                              | type                          | default | what it does |
 * |--------------------------------------|-------------------------------|---------|--------------|
 * | oddline.decorations.background       | boolean                       | true    | colours the whole line behind an anomaly |
 * | oddline.decorations.gutter           | boolean                       | true    | severity icon beside its first line |
 * | oddline.decorations.overviewRuler    | boolean                       | true    | marks in the scroll bar |
 * | oddline.decorations.minimumSeverity  | low / medium / high / critical | low    | less severe findings get no marks and are skipped by Next / Previous Anomaly; the tree lists them all |
 * | oddline.hover.enabled                | boolean                       | true    | says why on hover |
 * | oddline.sensitivity                  | low / normal / high           | normal  | how much is an anomaly |
 * | oddline.codeLens.enabled            | boolean                       | true    | above statements of sources what they wrote into the analysed log |
 * | oddline.time.zone                   | written / local / an IANA name | written | the zone times are shown in, the same in every view |
 * | oddline.ansi.colours                | boolean                       | true    | text of logs in the colours its ANSI escapes name |
 *
 * All are window-scoped: a mark must look the same in every editor. Further files become logs through VS Code's own
 * `files.associations` (`"*.trace": "log"`), so there is no setting for that.
 */
export interface SettingValues {
  readonly background: boolean;
  readonly gutter: boolean;
  readonly overviewRuler: boolean;
  readonly minimumSeverity: Severity;
  readonly hover: boolean;
  readonly sensitivity: SensitivityName;
  readonly codeLens: boolean;
  readonly ansiColours: boolean;
  /** `written`, or a name that `Intl` knows. */
  readonly zone: string;
}

/** Read once and after every change, so that scrolling and hovering never ask the configuration service. */
export class Settings implements vscode.Disposable {
  private values = read();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscription: vscode.Disposable;
  readonly onDidChange = this.changed.event;

  constructor() {
    this.subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('oddline')) return;
      this.values = read();
      this.changed.fire();
    });
  }

  get current(): SettingValues {
    return this.values;
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }
}

function zoneOf(value: unknown): string {
  return typeof value === 'string' && isZone(value) ? namedZone(value) : 'written';
}

/** VS Code passes on values of the wrong type as they are written: each falls back to its default. */
function read(): SettingValues {
  const configuration = vscode.workspace.getConfiguration('oddline');
  const severity = configuration.get<Severity>('decorations.minimumSeverity');
  return {
    background: configuration.get('decorations.background') !== false,
    gutter: configuration.get('decorations.gutter') !== false,
    overviewRuler: configuration.get('decorations.overviewRuler') !== false,
    minimumSeverity: severity && severity in severityRank ? severity : 'low',
    hover: configuration.get('hover.enabled') !== false,
    sensitivity: sensitivityNames.find((name) => name === configuration.get('sensitivity')) ?? 'normal',
    ansiColours: configuration.get('ansi.colours') !== false,
    codeLens: configuration.get('codeLens.enabled') !== false,
    zone: zoneOf(configuration.get('time.zone')),
  };
}
