/**
 * What is asked of every pod, as a Go template that writes one line of JSON each. All of a pod in JSON is about 10 KB, and a cluster has
 * thousands of them: that would be read on the thread of the extension host. What is missing is '' or 0: Go stops at a member of nothing,
 * so each step is a `with`.
 */
export const podTemplate = `{{range .items}}{${[
  member('name', text('.metadata.name')),
  member('namespace', text('.metadata.namespace')),
  member('created', text('.metadata.creationTimestamp')),
  member('isLeaving', isThere('.metadata.deletionTimestamp')),
  member('phase', within('.status', text('.phase'), '""')),
  member('reason', within('.status', text('.reason'), '""')),
  member('containers', `[${names('.spec.containers')}${names('.spec.initContainers', true)}]`),
  member(
    'statuses',
    `[{{with .status}}${statuses('.containerStatuses')}${statuses('.initContainerStatuses')}{{end}}null]`,
  ),
].join(',')}}{{"\\n"}}{{end}}`;

function statuses(path: string): string {
  const parts = [
    member('restarts', '{{with .restartCount}}{{.}}{{else}}0{{end}}'),
    member('waiting', within('.state', within('.waiting', text('.reason'), '""'), '""')),
    member('terminated', within('.state', within('.terminated', text('.reason'), '""'), '""')),
    member('exitCode', within('.state', within('.terminated', '{{.exitCode}}', '0'), '0')),
    member('ranBefore', within('.lastState', isThere('.terminated'), 'false')),
  ];
  return `{{range ${path}}}{${parts.join(',')}},{{end}}`;
}

function names(path: string, areMore = false): string {
  const comma = areMore ? ',' : '{{if $i}},{{end}}';
  return `{{range $i, $c := ${path}}}${comma}{{printf "%q" $c.name}}{{end}}`;
}

function member(name: string, value: string): string {
  return `"${name}":${value}`;
}

function text(path: string): string {
  return within(path, '{{printf "%q" .}}', '""');
}

function isThere(path: string): string {
  return within(path, 'true', 'false');
}

function within(path: string, inner: string, otherwise: string): string {
  return `{{with ${path}}}${inner}{{else}}${otherwise}{{end}}`;
}
