import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isLogPath } from '../../src/extension/shared/log-path';

interface Manifest {
  readonly icon: string;
  readonly main: string;
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly icon?: string;
    }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly submenus: readonly { readonly id: string }[];
    readonly keybindings: readonly { readonly command: string; readonly when: string }[];
    readonly viewsContainers: { readonly activitybar: readonly { readonly icon: string }[] };
    readonly views: {
      readonly oddline: readonly { readonly id: string; readonly icon: string; readonly type?: string }[];
    };
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly order: number }>> };
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<string, string>> }[];
    readonly grammars: readonly { readonly path: string }[];
  };
}

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}

interface Step {
  readonly id: string;
  readonly media: { readonly svg: string };
  readonly completionEvents: readonly string[];
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const { contributes } = manifest;
const commands = contributes.commands.map(({ command }) => command);
const languages = ['package.nls.json', 'package.nls.zh-cn.json'].map(
  (file) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>,
);
const codeOf = (folder: string, kinds = /\.ts$/) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => kinds.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
    // What comments name is not used yet.
    .replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
const source = codeOf('src/extension');
const pages = codeOf('webview', /\.(?:ts|css)$/);

/** Commands of VS Code that links here run. */
const ofVsCode = ['workbench.action.files.openFile', 'workbench.action.openWalkthrough'];

describe('commands', () => {
  test.each(contributes.commands)(
    '$command is registered and has a title in both languages',
    ({ command, title }) => {
      expect(source).toContain(`'${command}'`);
      for (const strings of languages) expect(strings[title.slice(1, -1)]).toBeTruthy();
    },
  );

  test.each(Object.keys(contributes.menus))('menu %s refers to declared commands and submenus', (menu) => {
    const submenus = contributes.submenus.map(({ id }) => id);
    for (const item of contributes.menus[menu]) {
      if (item.submenu) expect(submenus).toContain(item.submenu);
      else expect(commands).toContain(item.command);
    }
  });

  test('keys refer to declared commands and work in editors only, VS Code’s or ours', () => {
    for (const { command, when } of contributes.keybindings) {
      expect(commands).toContain(command);
      expect(when).toMatch(/editorTextFocus|activeCustomEditorId/);
    }
  });

  test('in a title bar have an icon', () => {
    const icons = new Map(contributes.commands.map(({ command, icon }) => [command, icon]));
    const shown = ['editor/title', 'view/title', 'view/item/context'].flatMap(
      (menu) => contributes.menus[menu],
    );
    const inBar = shown.filter(
      (item) => item.command && /"(?:navigation|inline)@/.test(JSON.stringify(item)),
    );
    expect(inBar.filter(({ command }) => !icons.get(command!))).toEqual([]);
  });
});

describe('context keys', () => {
  const conditions = [...Object.values(contributes.menus).flat(), ...contributes.keybindings]
    .map(({ when }) => when ?? '')
    .join(' ')
    // Items and views are named there too.
    .replaceAll(/view(?:Item)? (?:==|=~) \S+/g, '');
  const keys = [...new Set(conditions.match(/oddline\.\w+/g))];

  test.each(keys)('%s is set', (key) => {
    expect(source).toContain(`'${key}'`);
  });
});

describe('links', () => {
  const texts = languages.flatMap((strings) => Object.values(strings));
  const linked = [
    ...new Set(texts.flatMap((text) => [...text.matchAll(/\(command:([\w.]+)/g)].map(([, id]) => id))),
  ];

  test.each(linked)('%s exists', (command) => {
    expect([...commands, ...ofVsCode]).toContain(command);
  });
});

describe('views', () => {
  test.each(contributes.views.oddline)(
    '$id has its rows and a welcome, unless it is there only with rows',
    (view) => {
      const isPage = view.type === 'webview';
      expect(source).toContain(
        isPage ? `registerWebviewViewProvider('${view.id}'` : `createTreeView('${view.id}'`,
      );
      // A page says itself what there is to do.
      const isAlwaysThere = !('when' in view) && !isPage;
      expect(contributes.viewsWelcome.some((welcome) => welcome.view === view.id)).toBe(isAlwaysThere);
    },
  );
});

describe('settings', () => {
  const settings = Object.entries(contributes.configuration.properties);

  test.each(settings.map(([name]) => name))('%s is read', (name) => {
    expect(source).toContain(`'${name.replace(/^oddline\./, '')}'`);
  });

  test('stand in an order of their own', () => {
    expect(settings.map(([, { order }]) => order)).toEqual(settings.map((_, index) => index + 1));
  });

  test('a workspace that is not trusted hides nothing', () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    expect([...restrictedConfigurations].sort()).toEqual(settings.map(([name]) => name).sort());
  });
});

describe('colours', () => {
  test.each(contributes.colors)('$id is used and has a value for each kind of theme', ({ id, defaults }) => {
    const ofSeverity = /^oddline\.(?:critical|high|medium|low)(Background|Foreground)$/.exec(id);
    const ofSeries = /^oddline\.chart\d$/.test(id);
    const uses = ofSeries
      ? [`--vscode-oddline-chart\${number}`]
      : [
          ofSeverity ? `\`oddline.\${severity}${ofSeverity[1]}\`` : `'${id}'`,
          `--vscode-${id.replace('.', '-')})`,
        ];
    expect(uses.some((use) => source.includes(use) || pages.includes(use))).toBe(true);
    expect(Object.keys(defaults).sort()).toEqual(['dark', 'highContrast', 'highContrastLight', 'light']);
  });
});

describe('the walkthrough', () => {
  const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

  test.each(steps)('step $id ends by a command that exists', ({ completionEvents }) => {
    const named = completionEvents.filter((event) => event.startsWith('onCommand:'));
    expect(named.length).toBeGreaterThan(0);
    for (const event of named) expect(commands).toContain(event.slice('onCommand:'.length));
  });

  test('leaves the keys to VS Code, which adds them to each step with a command that has one', () => {
    for (const strings of languages) expect(strings['walkthrough.read.description']).not.toContain('Alt+N');
  });
});

describe('files', () => {
  const files = [
    manifest.icon,
    ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
    ...contributes.views.oddline.map(({ icon }) => icon),
    ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg)),
    ...contributes.grammars.map(({ path }) => path),
    ...['critical', 'high', 'medium', 'low'].flatMap((severity) =>
      ['light', 'dark'].map((theme) => `media/severity-${severity}-${theme}.svg`),
    ),
  ];
  test.each([...new Set(files)])('%s is there', (file) => {
    expect(existsSync(file)).toBe(true);
  });
});

describe('the Explorer offers Detect Anomalies for what the extension takes for a log', () => {
  const when = contributes.menus['explorer/context'][0].when!;
  const patterns = [...when.matchAll(/resourceFilename =~ \/(.+?)\/i(?= |\)|$)/g)].map(
    ([, text]) => new RegExp(text, 'i'),
  );
  const names = [
    'app.log',
    'app.log.1',
    'app.log.2026-01-31',
    'app.log-20260131',
    'server.out',
    'SYSLOG',
    'messages-20260131',
    'dmesg.0',
    'app.log.1.gz',
    'app.log.gz',
    'app.ts',
    'catalog',
    'logs',
    'syslog.conf',
    'a.login',
  ];

  test.each(names)('%s', (name) => {
    expect(patterns.some((pattern) => pattern.test(name))).toBe(isLogPath(`/x/${name}`));
  });
});
