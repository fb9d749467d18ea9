import { elementTemplates, missingElements } from '../../element-templates';
import { kindOf, type PrivateInterface } from '../between/consent';
import { SWITCHES } from '../between/settings';
import { SINCE } from './api/base-library';
import { cloudApi } from './api/cloud/cloud';
import { TAP_ONLY } from './api/consent/user-tap';
import { fileSystemManager } from './api/files/file-system';
import { openTypes } from './api/open-types';
import { PLUGINS } from './api/speech';
import { apiOf, type WxParts } from './api/wx';

/** Names of `wx` that are there only to be found absent. */
const isThere = ([, value]: [string, unknown]): boolean => value !== undefined;

/** The names of `wx`. Nothing is called, so there need be no page. */
export const wxNames = (): string[] =>
  Object.entries(apiOf({} as WxParts))
    .filter(isThere)
    .map(([name]) => name)
    .sort();

/** A table as the formatter lays it out. */
const tableOf = (head: string[], rows: string[][]): string => {
  const widths = head.map((title, column) =>
    Math.max(3, title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: string[]): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
};

const closedBy = (name: string): string => {
  const kind = kindOf(name as PrivateInterface);
  const tapped = (TAP_ONLY as readonly string[]).includes(name);
  return [...(kind ? [`the privacy guide (${kind})`] : []), ...(tapped ? ['no tap'] : [])].join(', ');
};

const interfaces = (names: string[], prefix = ''): string =>
  tableOf(
    ['Interface', 'Since base library', 'Closed by'],
    names.map((name) => [`\`${name}\``, SINCE[prefix + name] ?? '', closedBy(prefix + name)]),
  );

const switches = (): string =>
  tableOf(
    ['Parameter', 'What it says of the phone'],
    Object.entries(SWITCHES).map(([name, { means }]) => [`\`${name}\``, means]),
  );

/** A list in lines of a readable length, which is what the formatter leaves as it is. */
const listOf = (names: readonly string[]): string =>
  [...names]
    .sort()
    .map((name) => `- \`${name}\``)
    .join('\n');

/** `docs/simulator-interfaces.md`, from the code's own lists. */
export const interfacesPage = (): string => `# What the simulator's phone has of WeChat

Made by \`node .config/simulator-interfaces.js\` from the code's own lists; a test fails when it is out of date. What is not
named here is refused by its name when it is used, as \`the simulator has no wx.createBLEConnection\`. What an interface
does may still be narrower than in WeChat: an option that the simulator lacks is refused by name as well.

Below the version of the base library that brought it, an interface is \`undefined\` on the phone (the desk's section
"微信版本", or \`?library=2.19.6\` in the address). "Closed by" names who may keep it shut besides: the privacy guide, by the
kind of information that has to be declared and agreed to, and a call that no tap has led to.

## Switches

In the address of the phone or of the desk; on the desk each has a control. \`1\` switches on, \`0\` off.

${switches()}

## \`wx\`

${interfaces(wxNames())}

## \`wx.cloud\`

${interfaces(Object.keys(cloudApi).sort(), 'cloud.')}

## \`FileSystemManager\`

${interfaces(Object.keys(fileSystemManager).sort(), 'FileSystemManager.')}

## \`<button open-type>\`

${interfaces(Object.keys(openTypes).sort(), 'button.')}

## Plugins

${listOf(Object.keys(PLUGINS))}

## Elements

${listOf(Object.keys(elementTemplates))}

## Elements that are refused by name

${listOf(missingElements)}
`;
