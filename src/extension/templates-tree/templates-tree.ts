import * as vscode from 'vscode';
import type { TemplateParameters } from '../../engine/model/analysis';
import type { TemplateId } from '../../engine/model/units';
import type { TemplateLine } from '../../protocol/analysis';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import type { MeaningGroups } from '../shared/meaning-groups';
import { groupedRows } from './grouped-rows';
import { valueRows } from './parameter-items';
import {
  type LineRow,
  linePage,
  type Order,
  type ParametersRow,
  type TemplateRow,
  type TemplatesRow,
  type TopRow,
  templatePage,
} from './rows';
import { itemOf } from './tree-items';

/** The templates of the current log, by meaning where they were grouped; each expands to its lines. */
export class TemplatesTree implements vscode.TreeDataProvider<TemplatesRow> {
  private readonly changed = new vscode.EventEmitter<TemplatesRow | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private log: AnalysedLog | undefined;
  private rows: readonly TopRow[] = [];
  /** What the rows were made by. */
  private groups: MeaningGroups = [];
  private order: Order = 'count';
  private shownRows = templatePage;
  private readonly shownLines = new Map<TemplateId, number>();
  private readonly asking = new WeakMap<ParametersRow, AbortController>();

  constructor(
    private readonly analyses: Analyses,
    /** None where the log was not grouped. */
    private readonly groupsOf: (log: AnalysedLog) => MeaningGroups,
  ) {}

  /** Whose templates are listed. */
  get shown(): AnalysedLog | undefined {
    return this.log;
  }

  /** Labels, edits and the like make a new log of the same report: nothing here shows them. */
  show(log: AnalysedLog | undefined): void {
    if (log?.report === this.log?.report && log?.uri.toString() === this.log?.uri.toString()) return;
    this.log = log;
    this.shownRows = templatePage;
    this.shownLines.clear();
    this.rebuild();
  }

  /** Where its groups are others by now. */
  regroup(): void {
    if (this.log === undefined || this.groupsOf(this.log) === this.groups) return;
    this.shownRows = templatePage;
    this.rebuild();
  }

  sortBy(order: Order): void {
    this.order = order;
    this.rebuild();
  }

  showMore(row: TemplatesRow): void {
    if (row.kind === 'more-templates') this.shownRows += templatePage;
    if (row.kind === 'more-lines') {
      const { id } = row.parent.template;
      this.shownLines.set(id, (this.shownLines.get(id) ?? linePage) + linePage);
    }
    this.changed.fire(row.kind === 'more-lines' ? row.parent : undefined);
  }

  /** The row of a template, which is made visible if it stood on a later page. */
  rowOf(template: TemplateId): TemplateRow | undefined {
    const index = this.rows.findIndex((row) => rowIn(row, template) !== undefined);
    if (index < 0) return undefined;
    if (index >= this.shownRows) {
      this.shownRows = index + 1;
      this.changed.fire(undefined);
    }
    return rowIn(this.rows[index], template);
  }

  firstRow(): TopRow | undefined {
    return this.rows[0];
  }

  getTreeItem(row: TemplatesRow): vscode.TreeItem {
    return itemOf(row);
  }

  /** `TreeView.reveal` asks for it. */
  getParent(row: TemplatesRow): TemplatesRow | undefined {
    return 'parent' in row ? row.parent : undefined;
  }

  getChildren(row?: TemplatesRow): TemplatesRow[] | Promise<TemplatesRow[]> {
    if (row === undefined) return this.topRows();
    switch (row.kind) {
      case 'group':
        return [...row.rows];
      case 'template':
        return this.childrenOf(row);
      case 'parameters':
        return this.parameterRows(row);
      case 'parameter':
        return valueRows(row);
      default:
        return [];
    }
  }

  /** Nobody waits for what stands below a row that was closed. */
  closed(row: TemplatesRow): void {
    if (row.kind === 'parameters') this.asking.get(row)?.abort();
  }

  private rebuild(): void {
    const { log } = this;
    this.groups = log ? this.groupsOf(log) : [];
    this.rows = log ? groupedRows(log, this.groups, this.order) : [];
    this.changed.fire(undefined);
  }

  private topRows(): TemplatesRow[] {
    const rest = this.rows.length - this.shownRows;
    if (!this.log || rest <= 0) return [...this.rows];
    return [...this.rows.slice(0, this.shownRows), { kind: 'more-templates', log: this.log, rest }];
  }

  private async childrenOf(row: TemplateRow): Promise<TemplatesRow[]> {
    const lines = await this.lineRows(row);
    if (row.template.parameters.length === 0) return lines;
    return [{ kind: 'parameters', log: row.log, parent: row }, ...lines];
  }

  private async parameterRows(parent: ParametersRow): Promise<TemplatesRow[]> {
    const abort = new AbortController();
    this.asking.set(parent, abort);
    const request = { template: parent.parent.template.id };
    try {
      const found = await this.analyses.ask(parent.log.uri).parameterSummaries(request, abort.signal);
      return rowsOfParameters(parent, found);
    } catch {
      if (!abort.signal.aborted) return [{ kind: 'unavailable', log: parent.log, parent }];
      // Asked again when it is opened again.
      this.changed.fire(parent);
      return [];
    }
  }

  private async lineRows(parent: TemplateRow): Promise<TemplatesRow[]> {
    const { log, template } = parent;
    const limit = this.shownLines.get(template.id) ?? linePage;
    try {
      const request = { template: template.id, offset: 0, limit };
      const { lines, total } = await this.analyses.ask(log.uri).linesOfTemplate(request);
      const rows = lines.map((found): LineRow => {
        return { kind: 'line', log, parent, found, uri: uriOf(log, found).toString(), line: found.line };
      });
      const rest = total - lines.length;
      return rest > 0 ? [...rows, { kind: 'more-lines', log, parent, rest }] : rows;
    } catch {
      return [{ kind: 'unavailable', log, parent }];
    }
  }
}

function rowIn(row: TopRow, template: TemplateId): TemplateRow | undefined {
  const rows = row.kind === 'group' ? row.rows : [row];
  return rows.find((one) => one.template.id === template);
}

function rowsOfParameters(
  parent: ParametersRow,
  { parameters, lookedAt, records }: TemplateParameters,
): TemplatesRow[] {
  const { log } = parent;
  const rows = parameters.map((summary, index): TemplatesRow => {
    return { kind: 'parameter', log, parent, index, summary };
  });
  return lookedAt < records ? [...rows, { kind: 'sample', log, parent, lookedAt, records }] : rows;
}

/** The log itself may be no file; baselines are. */
function uriOf(log: AnalysedLog, { source }: TemplateLine): vscode.Uri {
  const { role, path } = log.report.sources[source];
  return role === 'log' ? log.uri : vscode.Uri.file(path);
}
